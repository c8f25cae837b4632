// Made from contract/figure.schema.json by `npm run types`: change the schema, not this file.

/**
 * How the figure of one movement moves in one tempo. The drawing is an inline SVG whose groups carry data-joint; a joint may have several groups, and all of them take its keyframes. Made for element.animate(keyframes, { duration: cycleMs, iterations: Infinity, easing: 'linear' }), paused and sought by currentTime. Left, right and both use the same clip: the drawing mirrors itself.
 */
export interface FigureClip {
  /**
   * A player refuses a number it does not know.
   */
  format: 1;
  /**
   * The id of a movement of the programme; the drawing's data-movement.
   */
  movement: string;
  /**
   * One repetition, or one cycle of an exercise counted in seconds.
   */
  cycleMs: number;
  /**
   * By joint, in its groups' data-joint. A joint that is not here does not move and keeps its transform attribute.
   */
  joints: {
    /**
     * In the order of offset, the first at 0, the last at 1; linear between them. The same functions in each, so that they interpolate one by one.
     *
     * @minItems 2
     */
    [k: string]: {
      offset: number;
      /**
       * A CSS transform about the origin 0 0 of the group's own coordinates (transform-box: view-box; transform-origin: 0 0).
       */
      transform: string;
    }[];
  };
  /**
   * The poses to step through with reduced motion, in order. At a share of the cycle the pose that comes next is shown, so that it says what to do now: the first whose at is later, after the last the first. Pose n is shown by seeking to at * cycleMs and removing display="none" from the drawing's group with data-pose="n", its arrows.
   */
  poses: {
    /**
     * Share of the cycle.
     */
    at: number;
    /**
     * What to do, in words.
     */
    label: string;
  }[];
}
