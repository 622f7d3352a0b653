namespace Concertation.Domain.Notices;

/// <summary>A partner holds no mandate and stands in no file: the person's id is made of the Entra id.</summary>
public static class Partners
{
    private const string Prefix = "entra-";

    public static PersonId IdOf(string entraId) => new(Prefix + entraId);

    /// <summary>The Entra id inside a partner's id; null for anyone else.</summary>
    public static string? EntraIdOf(PersonId person) =>
        person.Value.StartsWith(Prefix, StringComparison.Ordinal) ? person.Value[Prefix.Length..] : null;
}
