using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>What a seat can answer in a secret ballot: once, without a reason, each answer as long as another.</summary>
internal static class SecretVote
{
    /// <summary>The name under which the answer travels, as a <see cref="SecretAnswers"/> code.</summary>
    private const string ChoiceInput = "choice";

    public static CardElement?[] Ask(SeatBallot seen) => seen.Own is not null
        ? [Buttons(Refresh(seen) with { Aside = false })]
        :
        [
            SecretTexts.FewSeats(seen.Ballot) is { } few ? Notice(NoticeKind.Warning, few, null) : null,
            .. seen.Ballot.Form.Options is { } options ? Among(seen, options) : [Buttons([.. Answers(seen), Refresh(seen)])],
            Faint(SecretTexts.Meaning),
            Faint(WayTexts.Legal(seen.Ballot.Majority, seen.Ballot.Tie)),
        ];

    private static IEnumerable<CardAction?> Answers(SeatBallot seen) => AnswerRules.Of(seen.Ballot).Select(CardAction? (choice) => new CardButton(
        AnswerTexts.Word(seen.Ballot.Majority, choice), VoteVerbs.Cast,
        VoteVerbs.Of(seen.Ballot, seen.Elector.Seat).With(ChoiceInput, SecretAnswers.Code(choice)),
        choice == Choice.For ? ActionStyle.Positive : null));

    /// <summary>One list and one button: an abstention that had a button of its own would be told from the options by its length.</summary>
    private static IEnumerable<CardElement?> Among(SeatBallot seen, IReadOnlyList<string> options) =>
    [
        new ChoiceSetInput(
            ChoiceInput,
            [
                .. options.Select((o, i) => new Cards.Choice(PeoplesWords.AsLabel($"Option {i + 1} : {o}"), SecretAnswers.Code(Choice.Option, i))),
                new Cards.Choice(AnswerTexts.Word(seen.Ballot.Majority, Choice.Abstain), SecretAnswers.Code(Choice.Abstain)),
            ])
        {
            Label = AnswerTexts.OptionLabel, Style = ChoiceStyle.Expanded, Wrap = true,
        },
        Buttons(
            new CardButton("Répondre", VoteVerbs.Cast, VoteVerbs.Of(seen.Ballot, seen.Elector.Seat), ActionStyle.Positive),
            Refresh(seen)),
    ];

    private static CardButton Refresh(SeatBallot seen) =>
        new("Actualiser", VoteVerbs.Refresh, VoteVerbs.Of(seen.Ballot, seen.Elector.Seat)) { WithInputs = false, Aside = true };
}
