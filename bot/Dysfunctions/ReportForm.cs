using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>Opens the form of a report: from a message, filled; or empty.</summary>
public sealed class ReportForm(DysfunctionViews views, SuggestForReport suggest, ReportDrafts drafts)
{
    public async Task<AdaptiveCard> From(string text, Actor actor, Roster roster, OperationId form, CancellationToken cancel)
    {
        // The guard reads the message before anything of it goes into a card.
        var kinds = PersonalDataGuard.KindsIn(text);
        var neutral = kinds.Count > 0 ? NeutralWording.Of(text) : text;
        var written = neutral is null ? new WrittenReport(null) : Within(ReportDraft.From(neutral, roster));
        if (kinds.Count == 0 && written.Happened is null && await drafts.Of(roster.Territory.Id, actor.Id, cancel) is { } kept)
        {
            var offered = new FormNotice(DysfunctionTexts.KeptDraft(French.Day(kept.At, roster.Zone)));
            return await Filled(kept.Written, roster, form, offered, fresh: false, cancel);
        }

        await drafts.Keep(roster.Territory.Id, actor.Id, written, cancel);
        var notice = kinds.Count == 0 ? null : new FormNotice(
            $"Votre message contient {DysfunctionTexts.Kinds(kinds)} : je ne l’ai pas gardé.",
            DysfunctionTexts.MessageNotKept(text, proposed: neutral is not null));
        return await Filled(written, roster, form, notice, fresh: true, cancel, Elsewhere.In(text));
    }

    /// <summary>The form again, with what was typed and why it wasn't sent. What the guard refuses goes back where it came from only.</summary>
    /// <param name="elsewhere">What doesn't belong here and wasn't shown yet.</param>
    /// <param name="read">What was.</param>
    public async Task<AdaptiveCard> Again(
        WrittenReport written, Actor actor, Roster roster, OperationId form, FormNotice? notice, CancellationToken cancel,
        IReadOnlyList<ElsewhereKind>? elsewhere = null, string? read = null)
    {
        await drafts.Keep(roster.Territory.Id, actor.Id, written, cancel);
        return await Filled(written, roster, form, notice, fresh: false, cancel, elsewhere, read);
    }

    /// <param name="fresh">True when nobody has chosen an axis yet: one that stands out is.</param>
    private async Task<AdaptiveCard> Filled(
        WrittenReport written, Roster roster, OperationId form, FormNotice? notice, bool fresh, CancellationToken cancel,
        IReadOnlyList<ElsewhereKind>? elsewhere = null, string? read = null)
    {
        var year = views.Year(roster);
        var axes = await views.AxesOf(roster, year, cancel);
        // A reason given is a piece of the text: none is cut out of one that identifies.
        var suggested = PersonalDataGuard.KindsIn(written.ToldInAll).Count > 0
            ? []
            : (await suggest.Handle(written.ToldInAll, roster.Territory.Id, year, axes, cancel)).Axes;
        return ReportDraftCard.Of(
            roster.Territory, form, fresh ? written with { Axis = AxisSuggestion.Clear(suggested) } : written, axes, notice, suggested,
            elsewhere, read);
    }

    /// <summary>What the form's fields hold. Every value is the client's word.</summary>
    public static WrittenReport Read(CardClick click) => new WrittenReport(
        Field(click, ReportField.Happened), Field(click, ReportField.When), Field(click, ReportField.Commune),
        Field(click, ReportField.Structures), Field(click, ReportField.Consequence), Field(click, ReportField.Tried),
        ClickInputs.Enum<Gravity>(click, "gravity"), ClickInputs.Enum<Frequency>(click, "frequency"),
        click.Id<AxisId>("axis"), ClickInputs.Enum<CareStep>(click, "step")).Tidied();

    private static string? Field(CardClick click, ReportField field) =>
        PeoplesWords.Clean(click.Text(ReportDraftCard.IdOf(field)));

    /// <summary>A long story opens the form with its beginning, so that the form can be sent.</summary>
    private static WrittenReport Within(WrittenReport draft) => draft.Happened is { } told
        ? draft with { Happened = CardTrim.Shorten(told, WrittenReport.LimitOf(ReportField.Happened)) }
        : draft;
}
