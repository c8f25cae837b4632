import type { Outbox } from "../outbox/outbox";
import { keepText, keptText } from "../person/setting";
import { setEntry } from "../session/entry";
import { countsByTaps, doneOf, handle, paces, step, tapCounts, type Effect, type Event, type Session } from "../session/session";
import { shares } from "../session/shares";
import * as view from "../session/view";
import { keepSettings, keptSettings, type Settings } from "../sound/settings";
import { Sound } from "../sound/sound";
import { withEarlier, type Progress, type Store } from "../store/store";
import { Awake } from "./awake";
import { menuPanel, type Choice } from "./menu-panel";
import { newId, now, regional } from "./real";
import type { Around, Screen, Wish } from "./screen";
import { soundPanel } from "./sound-panel";
import type { KeyWish } from "./taps";
import type { WordKey, Words } from "./words";

/** The longest time between two updates of the session, in milliseconds; the figure moves by itself meanwhile. */
const tickMs = 250;

const voiceSetting = "footing.voice";

/** What the button for the speed says, by pace. */
const speeds: Readonly<Record<number, WordKey>> = { 1: "speed-normal", 0.8: "speed-slower", 0.65: "speed-slowest" };

/** What a session needs from its page. */
export interface Parts {
  /** The session's own id. */
  readonly id: string;
  /** 0 to 10, as reported before the session; null when it was not asked. */
  readonly painBefore: number | null;
  readonly words: Words;
  readonly store: Store;
  readonly outbox: Outbox;
  /** Called once, when everything that was done is stored. */
  readonly over: (hurts: boolean) => void;
  /** What is wrong with storing, in words; empty for nothing. */
  readonly trouble: () => string;
  /** Where a person goes who does not begin now. */
  readonly home: string;
}

/** A device knows its voices, and whether it can sound, only after a while, in milliseconds. */
const soundByMs = 2000;

/** A running session: the state machine, driven by a clock and by taps; its effects are heard, shown and stored. */
export class Performer {
  private screen: Screen | null = null;
  private readonly awake = new Awake();
  private keeping: Promise<void> = Promise.resolve();
  private back = false;
  private voice = setting() !== "off";
  private unlockedMs = Infinity;
  private planned = 0;
  private settings = keptSettings();
  /** While a panel is open: whether the session was running before. */
  private opened: { readonly ran: boolean } | null = null;
  private readonly sound: Sound;

  constructor(private session: Session, private readonly parts: Parts) {
    this.sound = new Sound(regional(session.script.language));
    if (this.sound.speech !== null) this.sound.speech.on = this.voice;
    this.sound.apply(this.settings);
    this.session = handle(this.session, { kind: "counting", by: this.settings.counting, nowMs: this.now() }).session;
    document.addEventListener("visibilitychange", () => this.seen(document.visibilityState === "visible"));
    window.addEventListener("pagehide", () => this.seen(false));
  }

  /** Uses the screen, and draws from now on. */
  on(screen: Screen): void {
    this.screen = screen;
    this.tick();
  }

  /** Plans an update for when the session next does something: an update in every frame would cost too much. */
  private plan(): void {
    window.clearTimeout(this.planned);
    this.planned = window.setTimeout(() => this.tick(), Math.min(tickMs, view.untilNextMs(this.session)));
  }

  wish(wish: Wish | KeyWish): void {
    // Within the tap: browsers let sound begin only there.
    this.sound.unlock();
    this.unlockedMs = Math.min(this.unlockedMs, performance.now());
    // While a panel is open the session waits, but it can be stopped.
    if (this.opened !== null && (wish === "menu" || wish === "pause")) return this.closePanel();
    if (this.opened !== null && wish !== "stop") return;
    this.back = false;
    const { phase, pace } = this.session;
    switch (wish) {
      case "obvious": {
        const kind = view.obvious(this.session);
        return kind === null ? undefined : this.tell({ kind, nowMs: this.now() });
      }
      case "tap":
        return tapCounts(this.session) ? this.tell({ kind: "tap", nowMs: this.now() }) : this.wish("obvious");
      case "less":
      case "more":
        return this.tell({ kind: "answer", done: doneOf(this.session) + (wish === "more" ? 1 : -1), nowMs: this.now() });
      case "did":
      case "did-not":
        return this.tell({ kind: "confirm", done: wish === "did", nowMs: this.now() });
      case "menu":
        return this.openMenu();
      case "forward":
        if (phase === "ready") return;
        return this.tell({ kind: phase === "waiting" || phase === "asking" ? "go-on" : "skip", nowMs: this.now() });
      case "slower":
        return this.tell({ kind: "pace", pace: paces[Math.min(paces.indexOf(pace as 1) + 1, paces.length - 1)]!, nowMs: this.now() });
      case "normal":
        return this.tell({ kind: "pace", pace: 1, nowMs: this.now() });
      case "stop":
        return this.tell({ kind: "stop", hurts: true, nowMs: this.now() });
      default:
        return this.tell({ kind: wish, nowMs: this.now() });
    }
  }

  /** Shows a panel; the session waits behind it. */
  private openPanel(panel: HTMLElement): void {
    const ran = this.opened?.ran ?? this.session.phase === "running";
    this.tell({ kind: "pause", nowMs: this.now() });
    this.opened = { ran };
    this.screen?.open(panel);
  }

  /** What is rarely needed, as far as it applies now. */
  private openMenu(): void {
    const { words, home } = this.parts;
    const { phase, fewerFrom } = this.session;
    const begun = phase !== "ready";
    const choice = (applies: boolean, label: () => string, to: Choice["to"]): Choice[] => applies ? [{ label, to }] : [];
    const after = (work: () => void) => () => {
      this.closePanel();
      work();
    };
    this.openPanel(menuPanel(words, [
      ...choice(begun, () => words(speeds[this.session.pace] ?? "speed-normal"), () => this.turnPace()),
      ...choice(begun && phase !== "asking" && !view.canTellAgain(this.session), () => words(step(this.session).set === null ? "again" : "repeat"), after(() => this.wish("repeat"))),
      ...choice(view.canBeLater(this.session), () => words("later"), after(() => this.tell({ kind: "later", nowMs: this.now() }))),
      ...choice(begun && fewerFrom === null, () => words("fewer"), after(() => this.chooseFewer())),
      ...choice(this.around().voice !== "none", () => words(this.voice ? "voice-on" : "voice-off"), () => this.turnVoice()),
      ...choice(true, () => words("sound"), () => this.openSound()),
      ...choice(!begun, () => words("not-now"), home),
    ], () => this.closePanel()));
  }

  private turnPace(): void {
    const { pace } = this.session;
    this.tell({ kind: "pace", pace: paces[(paces.indexOf(pace as 1) + 1) % paces.length]!, nowMs: this.now() });
  }

  /** Does fewer from now on: from the first set where nothing was done yet. */
  doFewer(): void {
    this.tell({ kind: "fewer", nowMs: this.now() });
  }

  private chooseFewer(): void {
    this.doFewer();
    this.keep(() => this.parts.store.keep(null, this.progress()));
  }

  private openSound(): void {
    this.openPanel(soundPanel({
      words: this.parts.words, settings: this.settings, voices: this.sound.speech?.voices ?? [], able: this.sound.speech?.hasVoice ?? false,
      choose: settings => this.choose(settings),
      sample: () => this.sound.sample(this.parts.words("sound-sample")),
      close: () => this.closePanel(),
    }));
  }

  private closePanel(): void {
    const ran = this.opened?.ran ?? false;
    this.opened = null;
    this.sound.speech?.hush();
    this.screen?.close();
    if (ran && this.session.phase === "paused") this.tell({ kind: "resume", nowMs: this.now() });
  }

  private choose(settings: Settings): void {
    this.settings = settings;
    keepSettings(settings);
    this.sound.apply(settings);
    this.tell({ kind: "counting", by: settings.counting, nowMs: this.now() });
  }

  private tick(): void {
    this.tell({ kind: "tick", nowMs: this.now() });
    this.sound.ahead(this.session);
    this.sound.speech?.tick();
  }

  private now(): number {
    return this.sound.clock.now();
  }

  private tell(event: Event): void {
    const { session, effects } = handle(this.session, event);
    this.session = session;
    for (const effect of effects) this.perform(effect);
    if (session.phase === "ended") return;
    if (session.phase !== "ready") this.awake.keep();
    this.screen?.render(session, this.around());
    if (this.screen !== null) this.plan();
    // For people who do not hear the tone.
    if (effects.some(e => e.kind === "tone")) this.screen?.beat();
  }

  private perform(effect: Effect): void {
    this.sound.perform(effect);
    if (effect.kind === "step") this.keep(() => this.parts.store.keep(null, this.progress()));
    if (effect.kind === "set") {
      const entry = setEntry(effect.set, this.parts.id, newId(), now());
      this.keep(() => this.parts.outbox.add(entry, this.progress()));
    }
    if (effect.kind === "aside") this.keep(() => this.parts.store.keep(null, this.progress()));
    if (effect.kind === "unattended") this.sound.speech?.say(this.parts.words("unattended"), true);
    if (effect.kind === "confirm") this.sound.speech?.say(this.parts.words("confirm", { exercise: view.unsure(this.session) ?? "" }), true);
    if (effect.kind === "ended") this.end(effect.hurts);
  }

  private end(hurts: boolean): void {
    this.awake.release();
    this.keep(async () => {
      const all = withEarlier(await this.parts.store.progress(), this.progress());
      await this.parts.store.keep(null, { ...all, ended: { hurts, done: shares(this.session.script, all.told) } });
    });
    void this.keeping.then(() => this.parts.over(hurts));
  }

  /** One after the other, so that an older state never overwrites a newer one. */
  private keep(work: () => Promise<void>): void {
    this.keeping = this.keeping.then(work).catch(() => undefined);
  }

  private progress(): Progress {
    const { script, order, reported, aside, fewerFrom } = this.session;
    return {
      session: this.parts.id, date: script.date, stepId: step(this.session).id, order, told: reported, aside, fewer: fewerFrom !== null,
      painBefore: this.parts.painBefore, ended: null,
    };
  }

  private around(): Around {
    const able = this.sound.speech?.hasVoice ?? false;
    return { back: this.back, voice: !able ? "none" : this.voice ? "on" : "off", note: this.parts.trouble() || this.missing(able) || this.hint() };
  }

  /** What cannot be heard on this device, shown before the first exercise; empty for nothing. */
  private missing(able: boolean): string {
    const { phase } = this.session;
    if (performance.now() < soundByMs || (phase !== "ready" && step(this.session).kind !== "get-ready")) return "";
    // Browsers let no sound begin before the first tap.
    const silent = phase !== "ready" && performance.now() - this.unlockedMs > soundByMs && !this.sound.sounds;
    if (silent) return this.parts.words(able ? "no-tones" : "no-sound");
    return able ? "" : this.parts.words("no-voice");
  }

  /** What the person's own settings mean for the present step. */
  private hint(): string {
    const { fewerFrom, at, phase } = this.session;
    if (phase === "ready") return "";
    if (fewerFrom !== null && at < fewerFrom) return this.parts.words("fewer-on");
    return countsByTaps(this.session) ? this.parts.words("tap-hint") : "";
  }

  private turnVoice(): void {
    this.voice = !this.voice;
    if (this.sound.speech !== null) {
      this.sound.speech.on = this.voice;
      if (!this.voice) this.sound.speech.hush();
    }
    try {
      keepText(voiceSetting, this.voice ? "on" : "off");
    } catch {
      // Storage is forbidden: the choice applies to this session.
    }
    this.screen?.render(this.session, this.around());
  }

  /** A page that is not visible guides nobody: it pauses, and asks when it is visible again. */
  private seen(visible: boolean): void {
    if (!visible) {
      if (this.session.phase !== "running") return;
      this.tell({ kind: "hide", nowMs: this.now() });
      this.back = true;
    } else if (this.back) {
      this.sound.speech?.say(this.parts.words("ready"), true);
      this.screen?.render(this.session, this.around());
    }
  }
}

function setting(): string | null {
  try {
    return keptText(voiceSetting);
  } catch {
    return null;
  }
}
