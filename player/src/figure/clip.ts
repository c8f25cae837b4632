/** A movement solved for its drawing, in one tempo, as `contract/figure.schema.json` has it. */
export interface Clip {
  readonly format: number;
  readonly movement: string;
  readonly cycleMs: number;
  /** By joint, the `data-joint` of the drawing's groups: keyframes over one cycle, linear between them. */
  readonly joints: Readonly<Record<string, readonly { readonly offset: number; readonly transform: string }[]>>;
  /** The still poses that represent the movement, in order; `at` is a share of the cycle, 0 to 1. */
  readonly poses: readonly { readonly at: number; readonly label: string }[];
}

/** The clip format that this player supports. */
export const knownClip = 1;

/** The index of the pose after a share of the cycle; after the last pose, the first again. -1 without poses. */
export function poseAt(clip: Clip, share: number): number {
  const later = clip.poses.findIndex(pose => pose.at > share);
  return later < 0 && clip.poses.length > 0 ? 0 : later;
}
