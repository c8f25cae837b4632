/**
 * The clock of a home test. The page has `<section data-clock="hold" data-seconds="10" data-field="ID"
 * data-words="{..}" hidden>` with the elements named below; it stays hidden without script. The result goes into the
 * field, where the helper can still change it; only the server evaluates it.
 */
import { Awake } from "./screen/awake";
import { mark, say, show } from "./screen/dom";
import { wordsIn } from "./screen/words";
import { Tones, buzz } from "./sound/tones";
import { fewer, idle, interrupt, pass, seconds, tap, type Phase, type Task, type Timed } from "./timing/timed";

const drawMs = 100;

function start(root: HTMLElement): void {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(name)!;
  const [time, said, big] = [part("[data-time]"), part("[data-say]"), root.querySelector<HTMLButtonElement>("[data-tap]")!];
  const [less, again, bar] = [part("[data-fewer]"), part("[data-again]"), root.querySelector("progress")!];
  const field = document.getElementById(root.dataset["field"] ?? "");
  const words = wordsIn(JSON.parse(root.dataset["words"] ?? "{}") as Record<string, string>);
  const task: Task = { kind: root.dataset["clock"] === "count" ? "count" : "hold", seconds: Number(root.dataset["seconds"]) };
  const awake = new Awake();
  let timed = idle;
  let tones: Tones | null = null;
  let sounded = 0;

  const sound = (tone: "go" | "end"): void => {
    tones?.sound(sounded++, tone, 0);
    if ("vibrate" in navigator) navigator.vibrate([...buzz[tone]]);
  };
  /** Browsers open the audio device only within a tap. */
  const unlock = (): void => {
    if (tones !== null || (window as { readonly AudioContext?: unknown }).AudioContext === undefined) return;
    const context = new AudioContext();
    tones = new Tones(context);
    void context.resume().catch(() => undefined);
  };
  const label = (): string => {
    switch (timed.phase) {
      case "ready": return words("start");
      case "counting-in": return words("ready");
      case "running": return task.kind === "hold" ? words("stop") : timed.count === 0 ? words("count") : words("counted", { n: timed.count });
      case "over": return words("done");
    }
  };
  const outcome = (result: number): string =>
    words(task.kind === "count" ? "total" : result >= task.seconds ? "held" : "short", { n: result });

  const draw = (): void => {
    const shown = seconds(task, timed, performance.now());
    say(time, String(shown));
    bar.value = timed.phase === "running" ? (task.kind === "hold" ? shown : task.seconds - shown) : timed.phase === "over" ? task.seconds : 0;
    say(big, label());
    big.disabled = timed.phase === "over";
    mark(root, "data-phase", timed.phase);
    show(less, task.kind === "count" && timed.count > 0);
    show(again, timed.phase === "over");
    if (timed.result !== null) say(said, outcome(timed.result));
  };
  const entered: Record<Phase, () => void> = {
    "ready": () => awake.release(),
    "counting-in": () => {
      awake.keep();
      say(said, words("ready"));
      root.scrollIntoView({ block: "start" });
    },
    "running": () => {
      sound("go");
      say(said, words("go"));
    },
    "over": () => {
      sound("end");
      awake.release();
    },
  };
  const become = (next: Timed): void => {
    if (next === timed) return;
    const before = timed;
    timed = next;
    if (before.phase !== next.phase) entered[next.phase]();
    if (next.result !== null && field instanceof HTMLInputElement) field.value = String(next.result);
  };

  big.addEventListener("click", () => {
    unlock();
    become(tap(task, timed, performance.now()));
    draw();
  });
  less.addEventListener("click", () => {
    become(fewer(task, timed));
    draw();
  });
  again.addEventListener("click", () => {
    become(idle);
    say(said, "");
    if (field instanceof HTMLInputElement) field.value = "";
    draw();
    big.focus();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" || interrupt(timed) === timed) return;
    become(interrupt(timed));
    say(said, words("broken"));
    draw();
  });
  window.setInterval(() => {
    become(pass(task, timed, performance.now()));
    draw();
  }, drawMs);
  root.hidden = false;
  draw();
}

document.querySelectorAll<HTMLElement>("[data-clock]").forEach(start);
