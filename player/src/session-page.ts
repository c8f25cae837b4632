/**
 * The page of a session. What it expects from the server:
 *
 *     <body class="session-page">
 *       <main id="session" class="session" tabindex="-1"
 *             data-pain-before="3"                     0-10; empty or absent when it was not asked
 *             data-short                               where the person wishes a shorter session; absent otherwise
 *             data-standing="floor step"               the positions of a person who stands, and holds on
 *             data-questions="/session/questions"      these three are optional:
 *             data-journal="/api/journal"              the values shown are the defaults
 *             data-home="/today">
 *         What people without script read. The player replaces it.
 *         <div data-figure="MOVEMENT" data-side="left"><svg>..<g data-joint="JOINT">..</svg></div>
 *       </main>
 *       <script type="application/json" id="script">   contract/script.schema.json
 *       <script type="application/json" id="figures">  { MOVEMENT: contract/figure.schema.json }
 *       <script type="application/json" id="words">    { KEY: text }, the keys of screen/words.ts
 *       <script src=".. session-page.js .." defer>
 *
 * One drawing for each movement that a step names, anywhere in the page; `data-side` says what it shows: left
 * (when absent), right or both. A movement done with each leg needs only its left drawing: for the right the
 * player sets `data-mirrored` on the wrapper, and the style mirrors it. The data blocks are outside `main`.
 *
 * What the player does: it makes the session's id, posts `set` entries to the journal, and at the end goes to
 * `QUESTIONS?session=ID&before=N`, with `&stop=1` when the person tapped *Stop*: there they are asked why. `before` is
 * absent when it is not known. It goes there when all entries have reached the server, or at once if the worker stores the questions.
 * An offline page has `data-kept` on `main` and no script: it uses the script that the device holds.
 */
import { Drawings } from "./figure/figure";
import type { Clip } from "./figure/clip";
import { usable } from "./offline/sync";
import { day } from "./offline/upcoming";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { personHere } from "./person/person";
import { latest, performs, type AnyScript } from "./session/script";
import { begin, type Kept } from "./session/session";
import { CarefulStore } from "./store/careful";
import { opening } from "./store/opening";
import type { Progress, Store } from "./store/store";
import { block } from "./screen/dom";
import { Ending } from "./screen/ending";
import { showMessage } from "./screen/message";
import { Performer } from "./screen/performer";
import { dateHere, newId, regional, surroundings } from "./screen/real";
import { danger, Screen } from "./screen/screen";
import { hearTaps } from "./screen/taps";
import { wordsFrom } from "./screen/words";

async function start(root: HTMLElement): Promise<void> {
  const words = wordsFrom((block("words") ?? {}) as Record<string, string>);
  const home = root.dataset["home"] ?? "/today";
  const standing = root.dataset["standing"]?.split(" ") ?? null;
  let trouble = "";
  const store = await CarefulStore.open(() => (trouble = words("memory-only")));
  const given = (block("script") as AnyScript | null) ?? (await heldScript(store, root));
  if (given === "elsewhere") return;
  if (given === null || !performs(given)) {
    showMessage(root, {
      title: words(given === null ? "unreadable" : "newer"), text: [], actions: [{ label: words("not-now"), to: home }],
    });
    return;
  }

  const script = latest(given);
  const outbox = new Outbox(store, sendTo(root.dataset["journal"] ?? "/api/journal", personHere()), surroundings);
  window.addEventListener("online", () => void outbox.flush());
  void outbox.flush();

  const drawings = new Drawings(document.querySelectorAll<HTMLElement>("[data-figure]"), (block("figures") ?? {}) as Record<string, Clip>);
  const ending = new Ending(root, words, store, outbox, root.dataset["questions"] ?? "/session/questions", () => trouble !== "");

  /** Performs the script, from where an earlier page left it if that is given. */
  const perform = (kept: Kept | null, progress: Progress | null, atOnce: boolean): void => {
    const id = progress?.session ?? newId();
    const painBefore = progress?.painBefore ?? numberOf(root.dataset["painBefore"]);
    const performer = new Performer(begin(script, kept, standing), {
      id, painBefore, words, store, outbox,
      over: hurts => void ending.reach({ session: id, painBefore, hurts }),
      trouble: () => trouble,
      home,
    });
    hearTaps(root, wish => performer.wish(wish));
    // While the page says what to do in danger, the session waits and cannot be reached.
    window.addEventListener("hashchange", () => {
      root.inert = location.hash === `#${danger}`;
      if (root.inert) performer.wish("pause");
    });
    performer.on(new Screen(root, words, drawings, wish => performer.wish(wish)));
    if (kept === null && "short" in root.dataset) performer.doFewer();
    if (atOnce) performer.wish("obvious");
  };

  const first = opening(await store.progress(), script);
  switch (first.kind) {
    case "fresh":
      return perform(null, null, false);
    case "go-on":
      return showMessage(root, {
        title: words("go-on-from"),
        text: [first.place],
        actions: [
          { label: words("go-on-there"), to: () => perform(first.progress, first.progress, true) },
          // The same session: what is done already is kept, and not reported twice.
          { label: words("start-again"), to: () => perform({ ...first.progress, stepId: "" }, first.progress, false) },
        ],
      });
    case "earlier":
      return showMessage(root, {
        title: words("earlier", { date: dateOf(first.progress.date, regional(script.language)) }),
        text: [],
        actions: [
          { label: words("earlier-questions"), to: () => void ending.reach({ ...first.progress, hurts: false }) },
          { label: words("start"), to: () => perform(null, null, true) },
        ],
      });
    case "questions":
      return showMessage(root, {
        title: words("questions-waiting"),
        text: [],
        actions: [
          { label: words("to-questions"), to: () => void ending.reach({ ...first.progress, hurts: first.progress.ended?.hurts ?? false }) },
          { label: words("not-now"), to: home },
        ],
      });
  }
}

/** The script that the device holds for today, on an offline page; if there is none, goes to another page. */
async function heldScript(store: Store, root: HTMLElement): Promise<AnyScript | "elsewhere" | null> {
  if (!("kept" in root.dataset)) return null;
  const now = day(await usable(store), await store.meanwhile(), dateHere());
  const before = new URLSearchParams(location.search).get("before");
  if (before !== null) root.dataset["painBefore"] = before;
  if ("script" in now && now.checked) return now.script;
  location.replace("script" in now ? "/foot-check?then=session" : "/today");
  return "elsewhere";
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function dateOf(date: string, language: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
}

const root = document.getElementById("session");
if (root !== null) void start(root);
