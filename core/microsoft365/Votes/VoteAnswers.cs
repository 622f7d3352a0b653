using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>A vote under reserve said in words, waiting in the card for its button.</summary>
/// <param name="Until">Null when no day that will do was said.</param>
public sealed record SaidReserve(DateOnly? Until, string? Reason);

/// <summary>What a seat can answer: fields and buttons, by the way the ballot decides.</summary>
internal static class VoteAnswers
{
    private const string ReserveBlock = "reserve";

    public static IEnumerable<CardElement?> Of(SeatBallot seen, DateTimeOffset now, SaidReserve? said)
    {
        var ballot = seen.Ballot;
        var reason = new TextInput(VoteCard.ReasonInput)
        {
            Label = AnswerTexts.ReasonLabel(ballot), IsMultiline = true, MaxLength = CastVote.MostReason,
            Placeholder = "Sans nommer personne", Value = said?.Reason,
        };
        return ballot.Form.Options is { } options
            ? [Options(seen, options), reason, Buttons(Answer(seen, Choice.Option, "Répondre", ActionStyle.Positive), Answer(seen, Choice.Abstain), Refresh(seen))]
            :
            [
                reason,
                Buttons(
                [
                    .. AnswerRules.Of(ballot).Where(c => c != Choice.Reserve)
                        .Select(c => (CardAction?)Answer(seen, c, null, c == Choice.For && said is null ? ActionStyle.Positive : null)),
                    AnswerRules.Of(ballot).Contains(Choice.Reserve) ? Unfold(AnswerTexts.ReserveTitle, ReserveBlock) : null,
                    Refresh(seen),
                ]),
                AnswerRules.Of(ballot).Contains(Choice.Reserve) ? Reserve(seen, now, said) : null,
            ];
    }

    private static Container Reserve(SeatBallot seen, DateTimeOffset now, SaidReserve? said)
    {
        var (first, last) = AnswerRules.ReserveDays(seen.Ballot, now);
        return Folded(
            ReserveBlock,
            Faint(AnswerTexts.ReserveAsk),
            new DateInput(VoteCard.ReserveInput)
            {
                Label = AnswerTexts.ReserveLabel, Min = first, Max = last, Value = said?.Until ?? seen.Own?.ReserveUntil,
            },
            Buttons(Answer(
                seen, Choice.Reserve, null, said is null ? null : ActionStyle.Positive)))
            with
        {
            IsVisible = said is null && seen.Own?.Choice != Choice.Reserve ? false : null,
        };
    }

    private static ChoiceSetInput Options(SeatBallot seen, IReadOnlyList<string> options) =>
        new(
            VoteCard.OptionInput,
            [.. options.Select((o, i) => new Cards.Choice(PeoplesWords.AsLabel($"Option {i + 1} : {o}"), i.ToString(French.Culture)))])
        {
            Label = AnswerTexts.OptionLabel, Style = ChoiceStyle.Expanded, Wrap = true,
            Value = seen.Own?.Option?.ToString(French.Culture),
        };

    private static CardButton Refresh(SeatBallot seen) =>
        new("Actualiser", VoteVerbs.Refresh, VoteVerbs.Of(seen.Ballot, seen.Elector.Seat)) { WithInputs = false, Aside = true };

    private static CardButton Answer(SeatBallot seen, Choice choice, string? title = null, ActionStyle? style = null) => new(
        title ?? AnswerTexts.Word(seen.Ballot.Majority, choice), VoteVerbs.Cast,
        VoteVerbs.Of(seen.Ballot, seen.Elector.Seat).With("choice", choice.ToString()), style);
}
