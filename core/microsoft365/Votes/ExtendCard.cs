using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>Asks until when a ballot is extended, before anybody is told.</summary>
public static class ExtendCard
{
    /// <param name="day">What was typed, in words or in the form; null for nothing yet.</param>
    /// <param name="problem">Why it can't be taken; null at first.</param>
    public static AdaptiveCard Of(Ballot ballot, DateOnly? day = null, TimeOnly? time = null, string? problem = null) => CardTrim.Fit(Card(
        $"Prolonger le vote : {ballot.Title}",
        problem is null ? null : Notice(NoticeKind.Attention, "Le vote n’est pas prolongé", problem),
        Heading(VoteTexts.Place(ballot), "Prolonger ce vote"),
        Lead(ballot.Title),
        Facts(("Clôture prévue", ballot.ClosesAt is { } at ? French.DayAndTime(at, ballot.Labels.Zone) : null)),
        new DateInput(ProposeCard.ClosingDay)
        {
            Label = "Nouvelle clôture le", Value = day, IsRequired = true, ErrorMessage = "Donnez le jour de la nouvelle clôture.",
        },
        new TimeInput(ProposeCard.ClosingTime) { Label = "à", Value = time },
        Faint("Un vote se prolonge une seule fois, avant sa clôture. Tous les sièges en sont informés ; les réponses données sont conservées. Sans heure, il se clôt à 18 h."),
        Buttons(
            new CardButton("Prolonger et prévenir", VoteVerbs.Extend, VoteVerbs.Of(ballot), ActionStyle.Positive),
            new CardButton("Ne rien changer", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false })));
}
