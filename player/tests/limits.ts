/** The limits of time that the player asked for: none runs out by itself, so that nothing depends on how busy a machine is. */
export class Limits {
  readonly asked: number[] = [];
  private open: AbortController[] = [];

  constructor() {
    AbortSignal.timeout = ms => {
      // As Node does; a browser cuts it.
      if (!Number.isInteger(ms)) throw new RangeError(`no whole milliseconds: ${ms}`);
      const controller = new AbortController();
      this.asked.push(ms);
      this.open.push(controller);
      return controller.signal;
    };
  }

  /** All the time passes that any limit so far allows. */
  async runOut(): Promise<void> {
    // Whatever is on its way asks for its limit first.
    await new Promise(resolve => setTimeout(resolve, 5));
    const open = this.open;
    this.open = [];
    open.forEach(controller => controller.abort(new DOMException("The time is over.", "TimeoutError")));
  }
}
