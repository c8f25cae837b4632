namespace Footing.SafetyCase;

/// <summary>Something that could go wrong, how bad it would be, and what prevents it.</summary>
public sealed class Hazard
{
    /// <summary>Such as H07.</summary>
    public string Id { get; set; } = "";

    /// <summary>The hazard in a few words.</summary>
    public string Name { get; set; } = "";

    /// <summary>What leads to it.</summary>
    public string Cause { get; set; } = "";

    /// <summary>The harm that may follow.</summary>
    public string Effect { get; set; } = "";

    /// <summary>The worst that may reasonably follow.</summary>
    public Severity Severity { get; set; }

    /// <summary>How likely the harm is without the controls.</summary>
    public Likelihood Before { get; set; }

    /// <summary>How likely it is with them.</summary>
    public Likelihood After { get; set; }

    /// <summary>What prevents it.</summary>
    public IReadOnlyList<Control> Controls { get; set; } = [];

    /// <summary>The risk without controls, 1 to 5.</summary>
    public int RiskBefore => Risk.Of(Severity, Before);

    /// <summary>The risk that is left, 1 to 5.</summary>
    public int RiskAfter => Risk.Of(Severity, After);
}

/// <summary>One thing that prevents a hazard or its harm.</summary>
public sealed class Control
{
    /// <summary>What it does.</summary>
    public string What { get; set; } = "";

    /// <summary>How it works.</summary>
    public ControlKind Kind { get; set; }

    /// <summary>The tests that show it works: ends of names, such as <c>Class.Method</c> or <c>Class</c>.</summary>
    public IReadOnlyList<string> Tests { get; set; } = [];
}

/// <summary>How a control works, the strongest first.</summary>
public enum ControlKind
{
    /// <summary>It cannot happen, or it is noticed.</summary>
    Design,

    /// <summary>People are informed.</summary>
    Information,

    /// <summary>Somebody must do it.</summary>
    Practice,
}

/// <summary>How bad a harm is.</summary>
public enum Severity
{
    /// <summary>Temporary discomfort.</summary>
    Minor,

    /// <summary>A minor injury.</summary>
    Significant,

    /// <summary>An injury that needs treatment.</summary>
    Considerable,

    /// <summary>A severe injury, or a permanent one.</summary>
    Major,

    /// <summary>Death, or the loss of a limb.</summary>
    Catastrophic,
}

/// <summary>How likely a harm is.</summary>
public enum Likelihood
{
    /// <summary>Hardly ever.</summary>
    VeryLow,

    /// <summary>Could happen.</summary>
    Low,

    /// <summary>Happens sometimes.</summary>
    Medium,

    /// <summary>Happens.</summary>
    High,

    /// <summary>Happens often.</summary>
    VeryHigh,
}

/// <summary>Severity and likelihood as one number, by the matrix that DCB0129's guidance uses.</summary>
public static class Risk
{
    /// <summary>From this level on a risk is not accepted.</summary>
    public const int NotAccepted = 4;

    private static readonly int[][] Matrix =
    [
        [1, 1, 2, 2, 3],
        [1, 2, 2, 3, 4],
        [2, 2, 3, 3, 4],
        [2, 3, 3, 4, 5],
        [3, 4, 4, 5, 5],
    ];

    /// <summary>1, the least, to 5.</summary>
    public static int Of(Severity severity, Likelihood likelihood) => Matrix[(int)likelihood][(int)severity];
}
