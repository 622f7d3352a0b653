using System.Globalization;
using Concertation.Domain.Notices;

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

    /// <summary>Where when the ballot closes is still to be chosen: it waits only if that leaves the time to vote.</summary>
    public static string GroupBallotLater(DateTimeOffset later, TimeZoneInfo zone) =>
        $"{GroupLater(later, zone)}, si elles ont encore au moins {HoursToAnswer}\u00a0h pour voter ; sinon, elles reçoivent le vote tout de suite";

    /// <summary>To whoever would close a ballot by hand before everybody has it.</summary>
    public static string BallotWaits(DateTimeOffset later, TimeZoneInfo zone) =>
        $"Les personnes très sollicitées ne reçoivent ce vote que le {French.DayAndTime(later, zone)} : le clore avant les priverait de réponse.";

    private static string HoursToAnswer => Grouping.HoursToAnswer.ToString(CultureInfo.InvariantCulture);

    private static string NameOf((string Name, int Messages) person) =>
        $"{person.Name} ({person.Messages.ToString(CultureInfo.InvariantCulture)})";
}
