using System.Globalization;

namespace Concertation.Microsoft365.Sessions;

/// <summary>What is said, before anything is sent, of how often people were written to this week (rule 11).</summary>
public static class SolicitationTexts
{
    public static string Solicited(IReadOnlyList<(string Name, int Messages)> people) => people.Count switch
    {
        0 => "Sollicitations de la semaine : aucun des destinataires n’a déjà reçu 2 messages ou plus.",
        1 => $"Cette semaine, 1 personne appelée a déjà reçu 2 messages ou plus : {NameOf(people[0])}.",
        _ => $"Cette semaine, {people.Count.ToString(CultureInfo.InvariantCulture)} personnes appelées ont déjà reçu 2 messages ou plus : "
            + $"{French.Join([.. people.Take(6).Select(NameOf)])}{(people.Count > 6 ? "…" : "")}.",
    };

    public static string GroupLater(DateTimeOffset later, TimeZoneInfo zone) =>
        $"Grouper : n’écrire à ces personnes que le {French.DayAndTime(later, zone)}";

    private static string NameOf((string Name, int Messages) person) =>
        $"{person.Name} ({person.Messages.ToString(CultureInfo.InvariantCulture)})";
}
