/** A movement solved for its drawing: for each moving part of it, keyframes over one cycle. */
export interface Clip {
  readonly movement: string;
  readonly joints: readonly {
    /** The part's name: the drawing has a group `data-joint` of this name. */
    readonly joint: string;
    /** In the order of their offsets, 0 to 1; `transform` is as in a style sheet, with units. */
    readonly keyframes: readonly { readonly offset: number; readonly transform: string }[];
  }[];
  /** The still poses that stand for the movement, in order; `at` is a share of the cycle, 0 to 1. */
  readonly poses: readonly { readonly at: number; readonly label: string }[];
}

export type Pose = Clip["poses"][number];

/** The pose that stands for a share of the cycle: the last one reached; before the first, the last of the cycle before. */
export function poseAt(clip: Clip, share: number): Pose | null {
  let found = clip.poses[clip.poses.length - 1] ?? null;
  for (const pose of clip.poses) if (pose.at <= share) found = pose;
  return found;
}
