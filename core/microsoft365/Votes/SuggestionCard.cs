using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Votes;

/// <summary>A member's suggestion, for the pilote to take up or to leave aside.</summary>
public static class SuggestionCard
{
    /// <param name="closing">The closing time proposed in the fields.</param>
    /// <param name="problem">Why it couldn't be taken up; null at first.</param>
    /// <param name="solicited">Whom the vote would reach and who was written to often this week; null where it isn't known.</param>
    /// <param name="groupLater">The offer to write to them next week; null where it isn't made.</param>
    public static AdaptiveCard Of(
        Ballot suggestion, DateTimeOffset closing, string? problem = null, IReadOnlyList<(string Name, int Messages)>? solicited = null,
        string? groupLater = null)
    {
        var local = TimeZoneInfo.ConvertTime(closing, suggestion.Labels.Zone);
        return CardTrim.Fit(Card(
            $"Proposition de {suggestion.ProposedByName} : {suggestion.Title}",
            [
                problem is null ? null : Notice(NoticeKind.Attention, "Le vote n’est pas ouvert", problem),
                Heading(VoteTexts.Place(suggestion), "Proposition à examiner"),
                Lead(suggestion.Title),
                Quote(suggestion.Text, suggestion.ProposedByName),
                TermTexts.Options(suggestion) is { } options ? PeopleText(options) : null,
                Facts([
                    ("Axe", suggestion.Labels.Axis), ("Façon de décider", SettingTexts.Way(suggestion.Majority)),
                    .. TermTexts.Facts(suggestion),
                ]),
                new DateInput(ProposeCard.ClosingDay)
                {
                    Label = "Clôture du vote le", Value = DateOnly.FromDateTime(local.DateTime), IsRequired = true,
                    ErrorMessage = "Choisissez une date.",
                },
                new TimeInput(ProposeCard.ClosingTime)
                {
                    Label = "à", Value = new TimeOnly(local.Hour, local.Minute), IsRequired = true,
                    ErrorMessage = "Choisissez une heure.",
                },
                .. Sessions.SolicitationPieces.Of(solicited, groupLater),
                Buttons(
                    new CardButton("Mettre au vote", VoteVerbs.Accept, VoteVerbs.Of(suggestion), ActionStyle.Positive),
                    new CardButton("Laisser de côté", VoteVerbs.Decline, VoteVerbs.Of(suggestion)) { WithInputs = false }),
            ]));
    }

    /// <summary>What the member sees instead of the form.</summary>
    public static AdaptiveCard Sent(Ballot suggestion) => CardTrim.Fit(Card(
        $"Proposition transmise : {suggestion.Title}",
        Heading(VoteTexts.Place(suggestion), "Votre proposition"),
        Lead(suggestion.Title),
        OutcomePieces.Text(suggestion.Title, suggestion.Text),
        Notice(NoticeKind.Good, "Elle est transmise", VoteTexts.Suggested(suggestion))));

    /// <summary>What the pilote sees after leaving it aside.</summary>
    public static AdaptiveCard LeftAside(Ballot suggestion) => CardTrim.Fit(Card(
        $"Proposition laissée de côté : {suggestion.Title}",
        Heading(VoteTexts.Place(suggestion), "Proposition laissée de côté"),
        Lead(suggestion.Title),
        Notice(NoticeKind.Neutral, "Elle n’est pas mise au vote", VoteTexts.LeftAside)));

    /// <summary>What the member reads when the suggestion was left aside.</summary>
    public static AdaptiveCard Declined(Ballot suggestion) => CardTrim.Fit(Card(
        $"Votre proposition n’a pas été retenue : {suggestion.Title}",
        Heading(VoteTexts.Place(suggestion), "Votre proposition"),
        Lead(suggestion.Title),
        Notice(
            NoticeKind.Neutral, "Elle n’est pas mise au vote pour l’instant",
            "La personne qui pilote la table l’a lue et laissée de côté. Vous pouvez lui en parler, ou la reformuler.")));
}
