namespace Footing.Cli.Tests;

/// <summary>A person whose answers prevent no exercise, as the verbs read them.</summary>
internal static class Screened
{
    public const string Answers =
        """
        {"cold-pale-limb":"no","breathless-with-leg-swelling":"no","rapid-weakness":"no","wound-and-unwell":"no","hot-red-swollen-foot":"no","broken-skin":"no","swollen-tender-calf":"no","rest-pain-eased-hanging-down":"no","recent-foot-surgery-or-fracture":"no","past-ulcer-or-amputation":"no","kidney-failure":"no","charcot-history":"no","arterial-disease":"no","foot-deformity":"no","blood-thinner-or-easy-bruising":"no","fall-in-last-year":"no","stands-with-support":"yes","numb-feet":"no","touch-test":0,"tandem-stand-seconds":10,"chair-stands":14,"age":67,"black-skin":"no","dizzy-on-standing":"no","told-not-to":"no"}
        """;

    public const string Id = "0190f000-0000-7000-8000-000000000001";

    public static string Line(string at = "2026-01-05T09:00:00Z") =>
        $$"""{"id":"{{Id}}","at":"{{at}}","kind":"screening","answers":{{Answers}}}""" + "\n";
}
