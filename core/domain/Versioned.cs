namespace Concertation.Domain;

/// <summary>A value with the version storage gave it; a save is refused when that version no longer stands.</summary>
public sealed record Versioned<T>(T Value, string Version)
{
    public Versioned<T> With(T value) => this with { Value = value };
}
