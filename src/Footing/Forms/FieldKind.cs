namespace Footing.Forms;

/// <summary>How a field is answered, and which answers it takes. Anything else is a problem, never passed over.</summary>
public abstract record FieldKind
{
    private FieldKind()
    {
    }

    /// <summary>One of a few choices on the page: whole numbers, then words.</summary>
    /// <param name="Words">The words, in the order in which people choose.</param>
    public sealed record One(params ImmutableArray<string> Words) : FieldKind
    {
        /// <summary>The smallest number to choose; null where no number is a choice.</summary>
        public int? Least { get; init; }

        /// <summary>The largest number to choose.</summary>
        public int? Most { get; init; }

        /// <summary>What the entry says for a word, where that differs from the word.</summary>
        public ImmutableSortedDictionary<string, string> Written { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

        /// <summary>The choice that means "no answer"; null where there is none.</summary>
        public string? NoAnswer { get; init; }

        /// <summary>The numbers to choose from, as they are sent.</summary>
        public ImmutableArray<string> Numbers => Least is { } least && Most is { } most
            ? [.. Enumerable.Range(least, most - least + 1).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))]
            : [];
    }

    /// <summary>Any number of words, written as a list in the order of <paramref name="Words"/>.</summary>
    /// <param name="Words">The words, in the order in which people choose.</param>
    public sealed record Several(params ImmutableArray<string> Words) : FieldKind
    {
        /// <summary>How many must be chosen at least; null for any number, also none.</summary>
        public int? Least { get; init; }

        /// <summary>How many may be chosen at most; null for all.</summary>
        public int? Most { get; init; }
    }

    /// <summary>A whole number that is typed, by the grammar of <see cref="TypedInput.Whole"/>.</summary>
    /// <param name="Least">The smallest number.</param>
    /// <param name="Most">The largest.</param>
    public sealed record Whole(int Least, int Most) : FieldKind
    {
        /// <summary>
        /// The word of a box beside the number, such as <c>not-done</c>; null for no box. Its control is named
        /// <c>FIELD-WORD</c>.
        /// </summary>
        public string? Word { get; init; }

        /// <summary>What is said when there is a number and the box is ticked as well.</summary>
        public FormMessage? BothError { get; init; }
    }

    /// <summary>
    /// Degrees Celsius that are typed, by the grammar of <see cref="TypedInput.Degrees"/>. What is written is the sum of
    /// all fields with this path, each with its sign; they are filled in all, or none.
    /// </summary>
    /// <param name="Least">The fewest degrees.</param>
    /// <param name="Most">The most.</param>
    /// <param name="Sign">1 or -1.</param>
    public sealed record Degrees(int Least, int Most, int Sign) : FieldKind;

    /// <summary>A date, as a browser's own field for dates gives it: <c>2026-03-04</c>.</summary>
    /// <param name="Least">The earliest date.</param>
    /// <param name="Most">The latest date.</param>
    public sealed record Date(DateOnly Least, DateOnly Most) : FieldKind;

    /// <summary>A text, such as the id of a session, or words of the person's own.</summary>
    /// <param name="Most">The most characters, counted as in <see cref="TypedInput.Length"/>.</param>
    public sealed record Text(int Most = Text.Short) : FieldKind
    {
        /// <summary>The most characters of a text in one line.</summary>
        public const int Short = 200;

        /// <summary>The most characters of a text in several lines.</summary>
        public const int Long = 2000;

        /// <summary>Whether it has several lines.</summary>
        public bool HasLines => Most > Short;

        /// <summary>What is said of a longer text; null for the field's own message.</summary>
        public FormMessage? LengthError { get; init; }

        /// <summary>Whether it is a further item of the list that <see cref="Several"/> with the same path writes.</summary>
        public bool IsItem { get; init; }
    }
}
