/** Keeps the screen on while a session is performed, where the browser can. */
export class Awake {
  private lock: WakeLockSentinel | null = null;
  private wanted = false;

  constructor() {
    // A page that is hidden loses the lock; it is requested again when the page is visible again.
    document.addEventListener("visibilitychange", () => {
      if (this.wanted && document.visibilityState === "visible") void this.ask();
    });
  }

  keep(): void {
    if (this.wanted) return;
    this.wanted = true;
    void this.ask();
  }

  release(): void {
    this.wanted = false;
    void this.lock?.release().catch(() => undefined);
    this.lock = null;
  }

  private async ask(): Promise<void> {
    try {
      this.lock = (await (navigator as Partial<Navigator>).wakeLock?.request("screen")) ?? null;
      if (!this.wanted) this.release();
    } catch {
      // A low battery: the screen goes dark, the voice continues.
    }
  }
}
