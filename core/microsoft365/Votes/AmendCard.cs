using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>What the form of a new round holds, as typed.</summary>
public sealed record AmendFields(
    string? Title = null, string? Text = null, string? Amended = null, DateOnly? Day = null, TimeOnly? Time = null,
    bool SparesOften = false);

/// <summary>A consent round met objections: the convener reads them, amends the proposal and opens the next round.</summary>
public static class AmendCard
{
    public const string AmendedInput = "amended";

    /// <param name="answers">Those of the round that ended; objections and concerns are shown with their reasons.</param>
    /// <param name="typed">Null at first: the fields then hold the proposal as it was.</param>
    /// <param name="problem">Why what was typed can't be taken; null at first.</param>
    /// <param name="solicited">Whom the round would reach and who was written to often this week; null where it isn't known.</param>
    /// <param name="groupLater">The offer to write to them next week; null where it isn't made.</param>
    public static AdaptiveCard Of(
        Ballot ballot, IReadOnlyList<CountedAnswer> answers, AmendFields? typed = null, string? problem = null,
        IReadOnlyList<(string Name, int Messages)>? solicited = null, string? groupLater = null) => CardTrim.Fit(Card(
        $"Nouveau tour : {ballot.Title}",
        [
            problem is null ? null : Notice(NoticeKind.Attention, "Le nouveau tour n’est pas ouvert", problem),
            Heading(VoteTexts.Place(ballot), "Reformuler et ouvrir un nouveau tour"),
            Lead(ballot.Title),
            .. Said(ballot, answers, Choice.Against),
            .. Said(ballot, answers, Choice.Concern),
            new TextInput(ProposeCard.TitleInput)
            {
                Label = "Titre de la décision", MaxLength = ProposalCheck.MostTitle, IsRequired = true,
                Value = typed is null ? ballot.Title : typed.Title, ErrorMessage = "Donnez un titre.",
            },
            new TextInput(ProposeCard.TextInputId)
            {
                Label = "La proposition reformulée", MaxLength = ProposalCheck.MostText, IsRequired = true, IsMultiline = true,
                Value = typed is null ? ballot.Text : typed.Text, ErrorMessage = "Écrivez ce qui est mis au vote.",
            },
            new TextInput(AmendedInput)
            {
                Label = "Ce qui change, pour ceux qui ont déjà répondu", MaxLength = OpenNextRound.MostAmended, IsRequired = true,
                IsMultiline = true, Value = typed?.Amended, ErrorMessage = "Dites en une phrase ce qui change.",
                Placeholder = "En une phrase, sans nommer personne",
            },
            new DateInput(ProposeCard.ClosingDay) { Label = "Clôture du vote le", Value = typed?.Day },
            new TimeInput(ProposeCard.ClosingTime) { Label = "à", Value = typed?.Time },
            Faint("Sans date, le vote dure le temps prévu par la table. Le tour précédent reste au registre ; le nouveau le cite."),
            .. Sessions.SolicitationPieces.Of(solicited, groupLater, typed?.SparesOften ?? false),
            Buttons(
                new CardButton("Ouvrir le nouveau tour", VoteVerbs.Round, VoteVerbs.Of(ballot), ActionStyle.Positive),
                new CardButton("Y renoncer", VoteVerbs.Manage, VoteVerbs.Of(ballot)) { WithInputs = false }),
        ]));

    private static IEnumerable<CardElement?> Said(Ballot ballot, IReadOnlyList<CountedAnswer> answers, Choice choice) =>
        answers.Where(a => a.Vote?.Choice == choice && a.Vote.Reason is not null)
            .Select(a => (CardElement?)Quote(
                a.Vote!.Reason!, $"{AnswerTexts.Word(ballot.Majority, choice)} — {a.Elector.Structure} ({a.Vote.ByName})"));
}
