using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Sessions;

/// <summary>The look before a reminder: who would get it, and how often each was written to this week.</summary>
public static class ReminderCard
{
    private const int MostNames = 40;

    /// <param name="college">Only its seats are reminded; null for all.</param>
    /// <param name="leaves">When the reminder would leave; null for at once.</param>
    public static AdaptiveCard Confirm(ReminderLook look, Roster roster, CollegeId? college, DateTimeOffset? leaves)
    {
        var session = look.Attendance.Session;
        var again = look.Seats.Where(s => !s.Today).OrderByDescending(s => s.Messages).ToList();
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            $"Relancer : {SessionTexts.Name(session, look.Attendance.Table, roster.Zone)}",
            [
                Heading(
                    $"{SessionPieces.Subtitle(session, look.Attendance.Table)} — {French.DayAndTime(session.Start, roster.Zone)}",
                    "Relancer ceux qui n’ont pas répondu"),
                college is { } only ? Faint($"Seulement le collège {roster.CollegeName(only)}.") : null,
                Lead(SessionTexts.ToRemind(again.Count)),
                look.Seats.Count > again.Count ? Faint(SessionTexts.RemindedToday(look.Seats.Count - again.Count)) : null,
                .. again.Count == 0 ? [] : Spare(look, [.. again.Take(most)], roster),
                again.Count > most ? Faint($"Et {French.Count(again.Count - most, "autre", "autres")}, moins sollicités.") : null,
                leaves is { } at ? Notice(NoticeKind.Neutral, "Hors des heures de travail", $"La relance partira le {French.DayAndTime(at, roster.Zone)}.") : null,
                Buttons(Actions(look, again.Count, college)),
            ]));
    }

    private static IEnumerable<CardElement> Spare(ReminderLook look, IReadOnlyList<SeatToRemind> shown, Roster roster)
    {
        yield return new ChoiceSetInput(
            SessionKeys.Spared,
            [
                .. shown.DistinctBy(s => s.Person.Id).Select(s => new Choice(
                    PeoplesWords.AsLabel($"{s.Person.Name}, {roster.StructureName(s.Seat.Structure)} — {SessionTexts.MessagesThisWeek(s.Messages)}"),
                    s.Person.Id.Value)),
            ])
        {
            Label = "Qui laisser de côté ? (déjà coché : qui a reçu deux messages ou plus cette semaine)", Style = ChoiceStyle.Expanded, IsMultiSelect = true, Wrap = true,
            Value = string.Join(',', shown.Where(s => s.Messages >= RemindSeats.Often).Select(s => s.Person.Id.Value).Distinct(StringComparer.Ordinal)),
        };
        yield return Faint(look.Next is { } day
            ? $"Qui est laissé de côté recevra le rappel prévu le {French.Weekday(day)} {French.ShortDay(day)}, s’il n’a pas répondu d’ici là."
            : "Aucun autre rappel n’est prévu avant la séance.");
    }

    private static IEnumerable<CardAction?> Actions(ReminderLook look, int people, CollegeId? college)
    {
        var session = look.Attendance.Session;
        var data = SessionKeys.Of(session);
        if (college is { } only)
        {
            data[SessionKeys.College] = only.Value;
        }

        return
        [
            people == 0 ? null : new CardButton("Envoyer la relance", SessionVerbs.Remind, data, ActionStyle.Positive),
            new CardButton(
                look.Next is not null && people > 0 ? "Grouper : attendre ce rappel" : "Ne rien envoyer",
                SessionVerbs.Show, SessionKeys.Of(session)) { WithInputs = false },
        ];
    }
}
