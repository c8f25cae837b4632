import type { FigureClip } from "../contract/figure";
import type { DeepReadonly } from "../contract/deep-readonly";

/** A movement solved for its drawing, in one tempo. */
export type Clip = DeepReadonly<FigureClip>;

/** The clip format that this player supports. */
export const knownClip = 1;

/** The index of the pose after a share of the cycle; after the last pose, the first again. -1 without poses. */
export function poseAt(clip: Clip, share: number): number {
  const later = clip.poses.findIndex(pose => pose.at > share);
  return later < 0 && clip.poses.length > 0 ? 0 : later;
}
