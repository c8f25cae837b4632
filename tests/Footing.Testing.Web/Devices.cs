using System.Globalization;

namespace Footing.Testing.Web;

/// <summary>What a phone has in addition to its browser, as scripts that run before those of a page.</summary>
public static class Devices
{
    /// <summary>Keeps the browser's own limits of time, to run before a clock that the test moves takes their place.</summary>
    public const string KeepingLimits = "window.limitOfBrowser = AbortSignal.timeout.bind(AbortSignal);";

    /// <summary>
    /// Has limits of time run in real time, for what they wait for (the device's store, the network) takes real time too: a clock
    /// that leaps would give it up at once.
    /// </summary>
    public const string RealLimits = "AbortSignal.timeout = window.limitOfBrowser; delete window.limitOfBrowser;";

    /// <summary>No sound device: the page's own clock, which the test moves, gives the beat.</summary>
    public const string Silent = "delete window.AudioContext; delete window.webkitAudioContext;";

    /// <summary>A violation of the content security policy counts as an error of the page.</summary>
    public const string Watchful =
        "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));";

    /// <summary>
    /// A voice that takes time by the page's clock, as people do, and records what it said:
    /// <c>window.spoken</c> holds {text, at, ended, cut, rate, voice}.
    /// </summary>
    public const string Speaking = """
        (() => {
          const spoken = window.spoken = [];
          const queue = [];
          window.speaks = () => current !== null;
          let current = null;
          const now = () => performance.now();
          const next = () => {
            if (current !== null || queue.length === 0) return;
            const utterance = queue.shift();
            const entry = { text: utterance.text, at: now(), ended: null, cut: false, rate: utterance.rate ?? 1, voice: utterance.voice?.name ?? null };
            spoken.push(entry);
            current = { entry, utterance };
            const own = current;
            setTimeout(() => {
              if (current !== own) return;
              entry.ended = now();
              current = null;
              utterance.onend?.();
              next();
            }, 200 + utterance.text.length * 55);
          };
          window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
          Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
            getVoices: () => [
              { name: "Test", lang: "en-GB", localService: true, default: true }, { name: "Other", lang: "en-GB", localService: true, default: false },
            ],
            speak: utterance => { queue.push(utterance); next(); },
            cancel: () => {
              queue.length = 0;
              if (current !== null) { current.entry.cut = true; current = null; }
            },
          } });
        })();
        """;

    /// <summary>An old browser that cannot move a drawing: the page leaves the figure as it is.</summary>
    public const string Motionless = "delete Element.prototype.animate;";

    /// <summary>A phone without a voice.</summary>
    public const string Mute = """
        Object.defineProperty(window, "speechSynthesis", { configurable: true, value: { getVoices: () => [], speak() {}, cancel() {} } });
        """;

    /// <summary>A browser that forbids a page to store anything.</summary>
    public const string Forbidding = """
        Object.defineProperty(window, "indexedDB", { configurable: true, value: { open() { throw new DOMException("forbidden", "SecurityError"); } } });
        Object.defineProperty(window, "localStorage", { configurable: true, get() { throw new DOMException("forbidden", "SecurityError"); } });
        """;

    /// <summary>A browser whose store is opened and never answers, neither with success nor with an error.</summary>
    public const string Unanswering = """
        (() => {
          const open = IDBFactory.prototype.open;
          IDBFactory.prototype.open = function (...what) {
            const request = open.apply(this, what);
            request.addEventListener = () => {};
            return request;
          };
        })();
        """;

    /// <summary>A browser whose store opens, and never confirms that it has stored something.</summary>
    public const string Unconfirming = """
        (() => {
          const transaction = IDBDatabase.prototype.transaction;
          IDBDatabase.prototype.transaction = function (...what) {
            const begun = transaction.apply(this, what);
            if (what[1] === "readwrite") begun.addEventListener = () => {};
            return begun;
          };
        })();
        """;

    /// <summary>A browser whose store opens, and answers nothing since: what is read is never there, and what is written never done.</summary>
    public const string Hanging = """
        (() => {
          IDBTransaction.prototype.addEventListener = () => {};
          IDBRequest.prototype.addEventListener = function (...what) {
            if (this instanceof IDBOpenDBRequest) EventTarget.prototype.addEventListener.apply(this, what);
          };
        })();
        """;

    /// <summary>
    /// A device whose storage is full once <c>window.full</c> is set: what is written then is rolled back, as a browser
    /// does when the quota is used up. A substitute: Chromium's own override of the quota allows writes as small as
    /// these.
    /// </summary>
    public const string Filling = """
        (() => {
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...what) {
            const request = put.apply(this, what);
            if (window.full) queueMicrotask(() => { try { this.transaction.abort(); } catch { /* It is over already. */ } });
            return request;
          };
        })();
        """;

    /// <summary>A phone whose timers never fire sooner than this: a test gets through a session faster.</summary>
    public static string Coarse(int timerMs) => string.Create(
        CultureInfo.InvariantCulture,
        $"(own => {{ window.setTimeout = (work, ms = 0, ...given) => own(work, Math.max(ms, {timerMs}), ...given); }})(window.setTimeout);");
}
