namespace Footing.Testing;

/// <summary>A test that needs PostgreSQL; skipped, with the reason, if there is none. With CI=true it fails.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresPrograms.SkipReason;
}

/// <summary>Several tests like <see cref="PostgresFactAttribute"/>.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresPrograms.SkipReason;
}

/// <summary>Every <see cref="EngineFactAttribute"/> of the class, also an inherited one, needs PostgreSQL.</summary>
public sealed class NeedsPostgresAttribute : NeedsEngineAttribute
{
    public override string? SkipReason => PostgresPrograms.SkipReason;
}
