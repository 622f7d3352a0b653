using System.Text.Json.Nodes;
using Concertation.Domain.Agendas;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Agendas;

/// <summary>The forms about one item of an agenda.</summary>
public static class ItemCards
{
    /// <param name="item">The item that changes; null for a new one.</param>
    /// <param name="suggests">A member suggests it: where it stands and whether it is in huis clos is the convener's business.</param>
    public static AdaptiveCard Form(
        Session session, Table table, TimeZoneInfo zone, ItemInputs typed, ItemId? item, IReadOnlyList<Axis> axes,
        IReadOnlyList<ConveneProblem> problems, bool suggests = false)
    {
        var card = Draw(session, table, zone, typed, item, axes, problems, suggests);
        return CardSize.Of(card) <= CardSize.Most ? card : CardTrim.Fit(Draw(session, table, zone, typed, item, [], problems, suggests));
    }

    /// <summary>Why a suggestion is left aside.</summary>
    public static AdaptiveCard Decline(Session session, Table table, ItemSuggestion suggestion, string? typed = null, string? problem = null) => CardTrim.Fit(Card(
        "Ne pas retenir la suggestion",
        Heading(SessionPieces.Subtitle(session, table), "Ne pas retenir ?"),
        problem is null ? null : Notice(NoticeKind.Attention, "Rien n’est encore envoyé", problem),
        Quote(suggestion.Title, suggestion.ByName),
        new TextInput(SessionKeys.Reason) { Label = AgendaTexts.DeclineWhy, Value = typed, IsMultiline = true, MaxLength = SessionLimits.CancelReason },
        Buttons(
            new CardButton("Ne pas retenir", AgendaVerbs.Decline, AgendaKeys.Of(session, suggestion.Id)),
            new CardButton("Revenir", AgendaVerbs.Show, SessionKeys.Of(session)) { WithInputs = false })));

    private static AdaptiveCard Draw(
        Session session, Table table, TimeZoneInfo zone, ItemInputs typed, ItemId? item, IReadOnlyList<Axis> axes,
        IReadOnlyList<ConveneProblem> problems, bool suggests)
    {
        var followUp = item == ItemId.FollowUp;
        return Card(
            item is null ? "Ajouter un point" : "Modifier le point",
            [
                Heading(
                    $"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}",
                    suggests ? "Suggérer un point" : item is null ? "Ajouter un point" : "Modifier le point"),
                problems.Count == 0 ? null : Notice(NoticeKind.Attention, SessionTexts.ToMend(problems.Count), AgendaTexts.Problems(problems)),
                followUp ? PeopleText(typed.Title ?? SessionTexts.FollowUp) : new TextInput(AgendaKeys.Title)
                {
                    Label = "Intitulé", Value = typed.Title, MaxLength = SessionLimits.ItemTitle,
                },
                .. Fields(typed, axes, followUp, suggests, session.Agenda.Count),
                Buttons(Actions(session, typed, item, suggests)),
            ]);
    }

    private static IEnumerable<CardElement> Fields(ItemInputs typed, IReadOnlyList<Axis> axes, bool followUp, bool suggests, int items)
    {
        if (!followUp)
        {
            yield return new ChoiceSetInput(
                AgendaKeys.Kind, [.. Enum.GetValues<AgendaItemKind>().Select(kind => new Choice(SessionTexts.Kind(kind), AgendaInput.Word(kind)))])
            {
                Label = "Nature", Style = ChoiceStyle.Compact, Value = AgendaInput.Word(AgendaInput.KindOf(typed.Kind)),
            };
        }

        yield return new TextInput(AgendaKeys.Minutes) { Label = "Minutes", Value = typed.Minutes, MaxLength = 8 };
        if (suggests)
        {
            yield break;
        }

        yield return new TextInput(AgendaKeys.Presenter)
        {
            Label = "Présenté par (facultatif)", Value = typed.Presenter, Placeholder = "Nom, fonction ou structure", MaxLength = SessionLimits.Presenter,
        };
        if (followUp)
        {
            yield break;
        }

        if (axes.Count > 0)
        {
            yield return new ChoiceSetInput(
                AgendaKeys.Axis,
                [.. axes.Select(a => new Choice(PeoplesWords.AsLabel(CardTrim.Shorten($"{a.Id.Value.ToUpperInvariant()} · {a.Title}", 70)), a.Id.Value))])
            {
                Label = "Axe de la feuille de route", Style = ChoiceStyle.Compact, Value = typed.Axis, Placeholder = "Aucun",
            };
        }

        yield return new ToggleInput(AgendaKeys.InCamera, "Huis clos : réservé aux sièges appelés") { Value = typed.InCamera ? "true" : "false", Wrap = true };
        if (typed.Place is not null)
        {
            yield return new TextInput(AgendaKeys.Place)
            {
                Label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Place dans l’ordre du jour (2 à {items})"), Value = typed.Place, MaxLength = 3,
            };
        }
    }

    private static IEnumerable<CardAction?> Actions(Session session, ItemInputs typed, ItemId? item, bool suggests)
    {
        var data = item is { } id ? AgendaKeys.Of(session, id) : SessionKeys.Of(session);
        data[AgendaKeys.Form] = typed.Form;
        var title = suggests ? "Suggérer" : item is null ? "Ajouter" : "Enregistrer";
        yield return new CardButton(title, suggests ? AgendaVerbs.Suggest : AgendaVerbs.Save, data, ActionStyle.Positive);
        if (item is { } there && there != ItemId.FollowUp)
        {
            yield return new CardButton("Retirer", AgendaVerbs.Remove, (JsonObject)data.DeepClone(), ActionStyle.Destructive) { WithInputs = false };
        }

        yield return new CardButton(
            "Revenir", suggests ? SessionVerbs.Show : AgendaVerbs.Show, SessionKeys.Of(session)) { WithInputs = false };
    }
}
