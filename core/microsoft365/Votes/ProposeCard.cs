using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>Something a proposal can be about: a table, or an item of one of its agendas.</summary>
/// <param name="Value">"table~session~item", the last two empty for the table alone.</param>
/// <param name="Words">What people read.</param>
public sealed record ProposalSubject(string Value, string Words);

/// <summary>An axis of the year's roadmap.</summary>
public sealed record ProposalAxis(string Id, string Words);

/// <summary>What the form holds, as typed: shown again unchanged when something in it can't be taken.</summary>
/// <param name="Form">Names this form, so that sending it twice proposes once.</param>
public sealed record ProposeFields(
    string Form,
    string? Subject = null, string? Axis = null, string? Title = null, string? Text = null, DateOnly? Day = null,
    TimeOnly? Time = null, ProposeMore? More = null, bool SparesOften = false);

/// <summary>The form to put a proposal to the vote, or to suggest one.</summary>
public static class ProposeCard
{
    public const string FormKey = "form";
    public const string SubjectInput = "subject";
    public const string AxisInput = "axis";
    public const string TitleInput = "title";
    public const string TextInputId = "text";
    public const string ClosingDay = "day";
    public const string ClosingTime = "time";

    /// <summary>The value of « celui du point choisi, s’il en a un ».</summary>
    public const string AxisOfItem = "-";

    /// <param name="convenes">Whether the person opens ballots at one of these tables, or suggests only.</param>
    /// <param name="offer">What « Plus de réglages » can be.</param>
    /// <param name="solicited">Those who would be written to and were often this week; null where it wasn't looked up.</param>
    /// <param name="groupLater">The offer to write to them next week; null where it isn't made.</param>
    /// <param name="problem">Why what was typed can't be taken; null at first.</param>
    public static AdaptiveCard Of(
        TerritoryId territory, bool convenes, IReadOnlyList<ProposalSubject> subjects, IReadOnlyList<ProposalAxis> axes,
        ProposeFields typed, ProposeOffer offer, string? problem = null,
        IReadOnlyList<(string Name, int Messages)>? solicited = null, string? groupLater = null) => Card(
        convenes ? "Mettre une proposition au vote" : "Proposer",
        [
            problem is null ? null : Notice(NoticeKind.Attention, "La proposition n’est pas encore partie", problem),
            Heading("Majorité et quorum de la table, sauf réglage contraire", convenes ? "Mettre une proposition au vote" : "Suggérer une proposition"),
            convenes ? null : Faint("La personne qui pilote la table la lira et décidera de la mettre au vote."),
            new ChoiceSetInput(SubjectInput, [.. subjects.Select(s => new Choice(PeoplesWords.AsLabel(s.Words), s.Value))])
            {
                Label = "Table ou point de l’ordre du jour", IsRequired = true, ErrorMessage = "Choisissez la table ou le point.",
                Value = Known(typed.Subject, subjects.Select(s => s.Value)), Placeholder = "Choisir",
            },
            new ChoiceSetInput(
                AxisInput,
                [
                    new Choice("Celui du point, s’il en a un", AxisOfItem),
                    .. axes.Select(a => new Choice(PeoplesWords.AsLabel(a.Words), a.Id)),
                ])
            {
                Label = "Axe de la feuille de route", Value = Known(typed.Axis, axes.Select(a => a.Id)) ?? AxisOfItem,
            },
            new TextInput(TitleInput)
            {
                Label = "Titre de la décision", MaxLength = ProposalCheck.MostTitle, IsRequired = true, Value = typed.Title,
                ErrorMessage = "Donnez un titre.", Placeholder = "En quelques mots",
            },
            new TextInput(TextInputId)
            {
                Label = "Ce qui est mis au vote", MaxLength = ProposalCheck.MostText, IsRequired = true, IsMultiline = true,
                Value = typed.Text, ErrorMessage = "Écrivez ce qui est mis au vote.",
                Placeholder = "Une phrase à laquelle on peut répondre pour ou contre, sans nommer personne",
            },
            .. convenes ? Closing(typed) : [],
            .. ProposeSettings.Of(offer, typed.More ?? new()),
            .. convenes ? Sessions.SolicitationPieces.Of(solicited, groupLater, typed.SparesOften) : [],
            Buttons(new CardButton(
                convenes ? "Mettre au vote" : "Suggérer", VoteVerbs.Open,
                new JsonObject { ["territory"] = territory.Value, [FormKey] = typed.Form }, ActionStyle.Positive)),
        ]);

    private static CardElement?[] Closing(ProposeFields typed) =>
    [
        new DateInput(ClosingDay) { Label = "Clôture du vote le", Value = typed.Day },
        new TimeInput(ClosingTime) { Label = "à", Value = typed.Time },
        Faint("Sans date, le vote dure le temps prévu par la table. Vous pourrez le clore plus tôt."),
    ];

    /// <summary>A choice that is no longer offered isn't preselected: hosts would show a blank.</summary>
    private static string? Known(string? value, IEnumerable<string> offered) =>
        value is not null && offered.Contains(value, StringComparer.Ordinal) ? value : null;
}
