namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// The problem families to start with, as codes: maintien et inclusion en milieu ordinaire · accès aux soins · crise
/// et urgence · prise en charge inadéquate · évolution du besoin.
/// </summary>
public static class ProblemFamilies
{
    public static IReadOnlyList<string> All { get; } =
        ["maintien-inclusion", "acces-aux-soins", "crise-urgence", "prise-en-charge", "evolution-du-besoin"];
}
