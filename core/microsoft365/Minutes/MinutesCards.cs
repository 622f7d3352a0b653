using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Minutes;

public static class MinutesVerbs
{
    public const string Show = "minutes.show";
    public const string Circulate = "minutes.circulate";
    public const string Validate = "minutes.validate";
    public const string AmendForm = "minutes.amendform";
    public const string Amend = "minutes.amend";
    public const string Accept = "minutes.accept";
    public const string RefuseForm = "minutes.refuseform";
    public const string Refuse = "minutes.refuse";
    public const string Correct = "minutes.correct";
}

public static class MinutesKeys
{
    public const string Version = "version";
    public const string Amendment = "amendment";
    public const string Item = "item";
    public const string Text = "text";
    public const string Reason = "reason";
    public const string File = "document";

    public static JsonObject At(Session session, int version)
    {
        var data = SessionKeys.Of(session);
        data[Version] = version.ToString(CultureInfo.InvariantCulture);
        return data;
    }

    public static JsonObject Of(Session session, OperationId amendment)
    {
        var data = SessionKeys.Of(session);
        data[Amendment] = amendment.Value;
        return data;
    }
}

/// <summary>A session's minutes as somebody sees them.</summary>
/// <param name="Convenes">The reader writes and circulates them.</param>
/// <param name="Attended">The reader was there, and may ask for changes.</param>
/// <param name="Solicited">Those called who were written to often this week; null where nothing is to be sent.</param>
/// <param name="Word">Where the Word file is; null where no link can be given.</param>
/// <param name="Later">When they may be written to instead; null where that would be late.</param>
public sealed record MinutesView(
    Session Session, Table Table, Roster Roster, SessionMinutes Minutes, MinutesText Text, IReadOnlyList<Amendment> Amendments, DateTimeOffset Now,
    bool Convenes, bool Attended, Uri? Word, IReadOnlyList<(string Name, int Messages)>? Solicited = null, DateTimeOffset? Later = null)
{
    public TimeZoneInfo Zone => Roster.Zone;

    public bool MayCirculate => Convenes && Minutes.State != MinutesState.Validated && Minutes.Version > Minutes.CirculatedVersion;

    public IEnumerable<Amendment> Waiting => Amendments.Where(a => a.State == AmendmentState.Waiting);
}

/// <summary>The minutes as a card, and the forms around them.</summary>
public static class MinutesCards
{
    private const int MostPoints = 20;
    private const int LongestNote = 400;

    public static AdaptiveCard Of(MinutesView view, string? news = null, string? problem = null) => CardTrim.AsManyAsFit(MostPoints, most => Card(
        $"Compte rendu : {SessionTexts.Name(view.Session, view.Table, view.Zone)}",
        [
            Heading(
                $"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Zone)}", "Compte rendu",
                new CardStatus(MinutesTexts.State(view.Minutes), ColorOf(view.Minutes))),
            news is null ? null : Notice(NoticeKind.Good, "C’est fait", news),
            problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
            .. Beware(view),
            Lead(Attendance(view.Text)),
            Faint(MeetingTexts.Quorum(view.Text.Quorum)),
            .. view.Text.Points.Take(most).SelectMany((p, i) => Point(p, i + 1)),
            view.Text.Points.Count > most ? Faint($"La suite, {French.Count(view.Text.Points.Count - most, "point", "points")}, est dans le fichier Word.") : null,
            .. Tasks(view.Text, most),
            view.Text.NextSession is { } next ? Faint($"Prochaine séance : {French.DayAndTime(next, view.Zone)}.") : null,
            MinutesTexts.Approval(view.Minutes, view.Zone) is { } approval ? Faint(approval) : null,
            view.Minutes.Sha256 is { } hash ? Faint($"Empreinte du fichier (SHA-256) : {hash}") : null,
            .. view.Convenes ? view.Waiting.Take(3).SelectMany(a => Waiting(view.Session, a)) : [],
            .. SolicitationPieces.Of(view.Solicited, view.MayCirculate ? view.Later : null, view.Zone),
            Buttons(Actions(view)),
            view is { Convenes: true, Minutes.State: not MinutesState.Validated } ? Faint(MinutesTexts.HowToCorrect) : null,
        ]));

    /// <summary>Asks for a change of circulated minutes.</summary>
    public static AdaptiveCard Amend(MinutesView view, string? typed = null, string? problem = null) => CardTrim.Fit(Card(
        "Demander une modification du compte rendu",
        [
            Heading($"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Zone)}", "Demander une modification"),
            problem is null ? null : Notice(NoticeKind.Attention, "La demande n’est pas encore transmise", problem),
            new ChoiceSetInput(
                MinutesKeys.Item,
                [.. view.Text.Points.Select((p, i) => new Choice(PeoplesWords.AsLabel($"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {CardTrim.Shorten(p.Title, 60)}"), p.Item.Value))])
            {
                Label = "Sur quel point ?", Style = ChoiceStyle.Compact, Placeholder = "Le compte rendu en général",
            },
            new TextInput(MinutesKeys.Text) { Label = "Que faut-il modifier ?", Value = typed, IsMultiline = true, MaxLength = ProposeAmendment.MostText },
            Buttons(
                new CardButton("Demander", MinutesVerbs.Amend, SessionKeys.Of(view.Session), ActionStyle.Positive),
                new CardButton("Revenir", MinutesVerbs.Show, SessionKeys.Of(view.Session)) { WithInputs = false }),
        ]));

    /// <summary>The request is on its way: in place of its form, so that it isn't sent twice.</summary>
    public static AdaptiveCard AmendSent(Session session, Table table, TimeZoneInfo zone, string text) => CardTrim.Fit(Card(
        MinutesTexts.AmendmentSent,
        [
            Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}", "Demande transmise"),
            Notice(NoticeKind.Good, "C’est transmis", MinutesTexts.AmendmentSent),
            Quote(text, "Votre demande"),
            Buttons(
                new CardButton("Voir le compte rendu", MinutesVerbs.Show, SessionKeys.Of(session)) { WithInputs = false },
                new CardButton("Demander autre chose", MinutesVerbs.AmendForm, SessionKeys.Of(session)) { WithInputs = false }),
        ]));

    /// <summary>Somebody asks for a change, for the convener.</summary>
    public static AdaptiveCard Proposed(Session session, Table table, TimeZoneInfo zone, Amendment amendment) => CardTrim.Fit(Card(
        "Une modification du compte rendu est demandée",
        [
            Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}", "Modification demandée"),
            .. Waiting(session, amendment),
            Buttons(new CardButton("Voir le compte rendu", MinutesVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
        ]));

    /// <summary>Why a change isn't accepted.</summary>
    public static AdaptiveCard Refuse(Session session, Table table, Amendment amendment, string? typed = null, string? problem = null) => CardTrim.Fit(Card(
        "Ne pas retenir la modification",
        [
            Heading(SessionPieces.Subtitle(session, table), "Ne pas retenir ?"),
            problem is null ? null : Notice(NoticeKind.Attention, "Rien n’est encore envoyé", problem),
            Quote(amendment.Text, $"{amendment.ByName}, {amendment.Structure}{MinutesTexts.On(session, amendment)}"),
            new TextInput(MinutesKeys.Reason) { Label = MinutesTexts.RefuseWhy, Value = typed, IsMultiline = true, MaxLength = AnswerAmendment.MostReason },
            Buttons(
                new CardButton("Ne pas retenir", MinutesVerbs.Refuse, MinutesKeys.Of(session, amendment.Id)),
                new CardButton("Revenir", MinutesVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
        ]));

    /// <summary>The answer, for who asked.</summary>
    public static AdaptiveCard Answered(Session session, Table table, TimeZoneInfo zone, Amendment amendment) => CardTrim.Fit(Card(
        MinutesTexts.Answered(amendment),
        [
            Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}", "Votre demande de modification"),
            Notice(
                amendment.State == AmendmentState.Accepted ? NoticeKind.Good : NoticeKind.Neutral,
                amendment.State == AmendmentState.Accepted ? "Reprise dans le compte rendu" : "Pas retenue", MinutesTexts.Answered(amendment)),
            Quote(amendment.Text, "Votre demande"),
            amendment.Reason is { } why ? Quote(why, "Pourquoi") : null,
        ]));

    /// <summary>A file that was sent turns out to be corrected minutes: part of the card that asks what it is for.</summary>
    public static IEnumerable<CardElement> Correction(Session session, Table table, TimeZoneInfo zone, DocumentId file)
    {
        var data = SessionKeys.Of(session);
        data[MinutesKeys.File] = file.Value;
        yield return Section("Compte rendu corrigé");
        yield return PeopleText($"Ce fichier corrige le compte rendu : {SessionTexts.Name(session, table, zone)}.");
        yield return Buttons(new CardButton("Reprendre ces corrections", MinutesVerbs.Correct, data, ActionStyle.Positive) { WithInputs = false })!;
    }

    private static TextColor ColorOf(SessionMinutes minutes) => minutes.State switch
    {
        MinutesState.Validated => TextColor.Good,
        MinutesState.Circulated => TextColor.Accent,
        _ => TextColor.Warning,
    };

    private static IEnumerable<CardElement> Beware(MinutesView view)
    {
        if (!view.Convenes || view.Minutes.State != MinutesState.Draft)
        {
            yield break;
        }

        if (view.Text.Seats.All(s => s.State != RollState.Present))
        {
            yield return Notice(NoticeKind.Warning, "Aucune présence notée", "Complétez la feuille de présence : le compte rendu la reprendra.");
        }

        if (CirculateMinutes.IsLate(view.Session, view.Table, view.Now))
        {
            yield return Notice(NoticeKind.Warning, "Diffusion en retard", MinutesTexts.Late(view.Session, view.Table, view.Now));
        }
    }

    private static string Attendance(MinutesText text)
    {
        int Of(params RollState[] states) => text.Seats.Count(s => states.Contains(s.State));
        var proxies = Of(RollState.ByProxy);
        return $"{French.Count(Of(RollState.Present), "siège présent", "sièges présents")}, {French.Count(Of(RollState.Excused) + proxies, "excusé", "excusés")}"
            + (proxies == 0 ? "" : $" (dont {French.Count(proxies, "représenté par pouvoir", "représentés par pouvoir")})")
            + $", {French.Count(Of(RollState.Absent, RollState.Expected, RollState.Unknown), "absent", "absents")}";
    }

    private static IEnumerable<CardElement> Point(MinutesPoint point, int number)
    {
        yield return Line(
            Strong($"{number.ToString(CultureInfo.InvariantCulture)}. {point.Title}"), Between(" "),
            Run($"({SessionTexts.Kind(point.Kind).ToLowerInvariant()}{MinutesTexts.Withdrawn(point)}{(point.InCamera ? ", huis clos" : "")})") with { IsSubtle = true }) with { Separator = true };
        foreach (var note in point.Notes)
        {
            yield return PeopleText(CardTrim.Shorten(note, LongestNote)) with { Spacing = Spacing.Small };
        }

        foreach (var decision in point.Decisions)
        {
            yield return Quote(
                decision.Outcome is { } outcome ? $"{CardTrim.Shorten(MinutesTexts.Whole(decision), LongestNote)}\n{DecisionTexts.Arithmetic(outcome)}" : decision.Title,
                MinutesTexts.Reference(decision));
        }
    }

    private static IEnumerable<CardElement> Tasks(MinutesText text, int most)
    {
        if (text.Tasks.Count == 0)
        {
            yield break;
        }

        yield return Section("Actions");
        foreach (var task in text.Tasks.Take(most))
        {
            var who = string.Join(", ", new[] { task.Who ?? "à désigner", MinutesTexts.When(task) }.Where(t => t.Length > 0));
            yield return Line(Run(task.What), Between(" "), Run($"({who})") with { IsSubtle = true }) with { Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<CardElement> Waiting(Session session, Amendment amendment)
    {
        yield return Quote(amendment.Text, $"Modification demandée par {amendment.ByName}, {amendment.Structure}{MinutesTexts.On(session, amendment)}");
        yield return Buttons(
            new CardButton("Reprendre", MinutesVerbs.Accept, MinutesKeys.Of(session, amendment.Id)) { WithInputs = false },
            new CardButton("Ne pas retenir…", MinutesVerbs.RefuseForm, MinutesKeys.Of(session, amendment.Id)) { WithInputs = false })!;
    }

    private static IEnumerable<CardAction?> Actions(MinutesView view)
    {
        var data = SessionKeys.Of(view.Session);
        yield return view.Word is { } word ? new OpenUrlAction(word) { Title = "Fichier Word" } : null;
        if (view.Convenes && view.Minutes.State != MinutesState.Validated)
        {
            if (view.MayCirculate)
            {
                yield return new CardButton(
                    string.Create(CultureInfo.InvariantCulture, $"Diffuser la version {view.Minutes.Version}"), MinutesVerbs.Circulate,
                    MinutesKeys.At(view.Session, view.Minutes.Version), view.Minutes.State == MinutesState.Draft ? ActionStyle.Positive : null);
            }

            yield return view.Minutes.State == MinutesState.Circulated
                ? new CardButton("Valider en séance", MinutesVerbs.Validate, data) { WithInputs = false } : null;
            yield return new CardButton("Présences", MeetingVerbs.Presence, data) { WithInputs = false };
        }

        yield return view is { Attended: true, Minutes.State: MinutesState.Circulated }
            ? new CardButton("Demander une modification", MinutesVerbs.AmendForm, data) { WithInputs = false } : null;
        yield return new CardButton("Actualiser", MinutesVerbs.Show, data) { WithInputs = false };
    }
}
