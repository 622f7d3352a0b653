namespace Concertation.Domain;

/// <summary>A typed id: a short text, 1 to 64 of a-z, 0-9 and '-' unless its type says otherwise.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

public readonly record struct TerritoryId(string Value) : IId<TerritoryId>
{
    public static TerritoryId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct PersonId(string Value) : IId<PersonId>
{
    public static PersonId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Names one act of one person (a turn, a form post), so that a repeat of it is recognised.</summary>
public readonly record struct OperationId(string Value) : IId<OperationId>
{
    public static OperationId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Ids that come from the client are checked before they become part of a storage key.</summary>
public static class IdRules
{
    public static bool IsWellFormed(string? value) =>
        value is { Length: >= 1 and <= 64 } && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
