using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>The look before voters are reminded: who would get it, and how often each was written to this week.</summary>
public static class RemindVotersCard
{
    /// <summary>The name under which those left aside travel.</summary>
    public const string SparedInput = "spared";

    private const int MostNames = 40;

    public static AdaptiveCard Of(VoterReminder look, DateTimeOffset now)
    {
        var ballot = look.Ballot;
        var again = look.Voters.Where(v => !v.Reminded).DistinctBy(v => v.Person.Id).OrderByDescending(v => v.Messages).ToList();
        var before = look.Voters.Where(v => v.Reminded).DistinctBy(v => v.Person.Id).Count();
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            $"Relancer : {ballot.Title}",
            [
                Heading(VoteTexts.Place(ballot), "Relancer ceux qui n’ont pas voté"),
                Lead(ballot.Title),
                PeopleText(FollowTexts.ToRemind(look.Voters.DistinctBy(v => v.Elector.Seat).Count(), again.Count)),
                before == 0 ? null : Faint(FollowTexts.RemindedBefore(before)),
                .. again.Count == 0 ? [] : Spare([.. again.Take(most)]),
                again.Count > most ? Faint($"Et {French.Count(again.Count - most, "autre", "autres")}, moins sollicités.") : null,
                look.Nudge is { } nudge ? Faint($"Un rappel est déjà prévu le {French.DayAndTime(nudge, ballot.Labels.Zone)} pour ceux qui n’auront pas répondu.") : null,
                look.Leaves > now ? Notice(NoticeKind.Neutral, "Hors des heures de travail", $"La relance partira le {French.DayAndTime(look.Leaves, ballot.Labels.Zone)}.") : null,
                Buttons(
                    again.Count == 0 ? null : new CardButton("Envoyer la relance", VoteVerbs.Remind, VoteVerbs.Of(ballot), ActionStyle.Positive),
                    new CardButton("Ne rien envoyer", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false }),
            ]));
    }

    private static IEnumerable<CardElement> Spare(IReadOnlyList<VoterToRemind> shown)
    {
        yield return new ChoiceSetInput(
            SparedInput,
            [
                .. shown.Select(v => new Choice(
                    PeoplesWords.AsLabel($"{v.Person.Name}, {v.Elector.Structure} — {SessionTexts.MessagesThisWeek(v.Messages)}"),
                    v.Person.Id.Value)),
            ])
        {
            Label = "Qui laisser de côté ? (déjà coché : qui a reçu deux messages ou plus cette semaine)", Style = ChoiceStyle.Expanded, IsMultiSelect = true, Wrap = true,
            Value = string.Join(',', shown.Where(v => v.Messages >= RemindSeats.Often).Select(v => v.Person.Id.Value)),
        };
    }
}
