using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>Which answer is to be given or changed, when several may be meant.</summary>
public static class WhichVoteCard
{
    private const int Most = 8;

    /// <param name="meant">The answer that was meant; null when it wasn't said. Each ballot is then opened instead.</param>
    public static AdaptiveCard Of(IReadOnlyList<SeatBallot> seen, Choice? meant, string asked = FollowTexts.WhichChanged) => CardTrim.Fit(Card(
        asked,
        [
            PeopleText(asked),
            .. seen.Take(Most).SelectMany(s => new CardElement?[]
            {
                Line(Strong(s.Ballot.Title), Run($" — {s.Ballot.Labels.TableShort}, siège : {s.Elector.Structure}")) with { Separator = true },
                Faint(s.Own is { Choice: Choice.Sealed } ? $"{SecretTexts.AnsweredTitle}. {SecretTexts.FinalTitle}." : s.Own is { } own ? $"Réponse donnée : {AnswerTexts.Short(s.Ballot, own)}. Ouvert {VoteTexts.Until(s.Ballot)}." : $"Sans réponse. Ouvert {VoteTexts.Until(s.Ballot)}."),
                Buttons(meant is { } choice && GroupVoteCard.TakesAnswers(s.Ballot)
                    ? new CardButton($"Répondre « {AnswerTexts.Word(s.Ballot.Majority, choice)} »", VoteVerbs.Cast, VoteVerbs.Of(s.Ballot, s.Elector.Seat).With("choice", choice.ToString()))
                    : new CardButton("Ouvrir ce vote", VoteVerbs.Refresh, VoteVerbs.Of(s.Ballot, s.Elector.Seat))),
            }),
        ]));
}
