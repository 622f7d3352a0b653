using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;
using Choice = Concertation.Microsoft365.Cards.Choice;

namespace Concertation.Microsoft365.Agendas;

/// <summary>A session's agenda with all that surrounds it, for its convener.</summary>
/// <param name="Solicited">Those called who were written to often this week; null where it wasn't looked up.</param>
/// <param name="Later">When they may be written to instead; null where that would be late.</param>
/// <param name="Open">Whether it can still change and go out.</param>
/// <param name="Word">Where it can be had as a Word file; null where no link can be given.</param>
/// <param name="Papers">What is joined to its items; null for nothing.</param>
/// <param name="Ballots">The territory's recent ones: those put to the vote on an item stand under it.</param>
public sealed record AgendaView(
    Session Session, Table Table, Roster Roster, IReadOnlyList<ItemSuggestion> Suggestions,
    IReadOnlyList<AgendaCirculation> Circulations, bool Open, DateTimeOffset Now, Uri? Word = null, IReadOnlyList<Ballot>? Ballots = null,
    SessionPapers? Papers = null, FollowUp? FollowUp = null, IReadOnlyList<(string Name, int Messages)>? Solicited = null, DateTimeOffset? Later = null)
{
    public AgendaCirculation? Last => Circulations is [.., var last] ? last : null;

    /// <summary>What went out as it stands has no next version.</summary>
    public bool MayCirculate => Open && Last?.StillStands(Session) != true;

    public IEnumerable<ItemSuggestion> Waiting => Suggestions.Where(s => s.State == SuggestionState.Waiting);
}

/// <summary>The agenda as its convener prepares and circulates it.</summary>
public static class AgendaCard
{
    private const int MostVotes = 3;

    /// <param name="news">What just happened; null for nothing.</param>
    public static AdaptiveCard Of(AgendaView view, string? news = null, string? problem = null)
    {
        var session = view.Session;
        return CardTrim.AsManyAsFit(SessionLimits.Items, most => Card(
            $"Ordre du jour : {SessionTexts.Name(session, view.Table, view.Roster.Zone)}",
            [
                Heading(
                    $"{SessionPieces.Subtitle(session, view.Table)} — {French.DayAndTime(session.Start, view.Roster.Zone)}", "Ordre du jour",
                    Status(view)),
                news is null ? null : Notice(NoticeKind.Good, "C’est fait", news),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                .. Warnings(view),
                .. Items(view, Math.Min(most, PaperPieces.MostLinks)),
                Faint($"{AgendaTexts.Total(session)}."),
                view.Last is { } last ? Faint($"{AgendaTexts.Version(last, view.Roster.Zone)}.") : null,
                .. ToChange(view),
                .. view.Waiting.Take(most).SelectMany(s => Suggestion(view, s)),
                .. view.Open ? SolicitationPieces.Of(view.Solicited, view.MayCirculate ? view.Later : null, view.Roster.Zone) : [],
                Buttons(Actions(view)),
            ]));
    }

    private static CardStatus Status(AgendaView view) => view.Last switch
    {
        null => new("Pas encore diffusé", TextColor.Accent),
        var last when !last.StillStands(view.Session) => new(
            string.Create(CultureInfo.InvariantCulture, $"Modifié depuis la version {last.Version}"), TextColor.Warning),
        var last => new(string.Create(CultureInfo.InvariantCulture, $"Version {last.Version} diffusée"), TextColor.Good),
    };

    private static IEnumerable<CardElement> Warnings(AgendaView view)
    {
        if (AgendaTexts.IsTooLong(view.Session))
        {
            yield return Notice(NoticeKind.Warning, "Trop long", AgendaTexts.TooLong(view.Session));
        }

        if (view is { Open: true, Last: null } && CirculateAgenda.IsLate(view.Session, view.Table, view.Now))
        {
            yield return Notice(NoticeKind.Warning, "Diffusion en retard", AgendaTexts.Late(view.Session, view.Table, view.Now));
        }
    }

    /// <param name="most">So many documents are links here; the list behind the last button has them all.</param>
    private static IEnumerable<CardElement> Items(AgendaView view, int most)
    {
        var left = most;
        for (var at = 0; at < view.Session.Agenda.Count; at++)
        {
            var item = view.Session.Agenda[at];
            yield return ItemLine(view, item, at + 1);
            foreach (var line in FollowUpTexts.Lines(view.FollowUp, item.Id))
            {
                yield return Faint(line) with { Spacing = Spacing.None };
            }

            IReadOnlyList<DocumentLink> links = [.. (view.Papers?.Of(item) ?? []).Take(left)];
            left -= links.Count;
            foreach (var link in links)
            {
                yield return PaperPieces.Link(link);
            }
        }

        if (view.Papers is { Links.Count: > 0 } papers && papers.Links.Count > most - left)
        {
            yield return PaperPieces.All(papers)!;
        }
    }

    private static CardElement ItemLine(AgendaView view, AgendaItem item, int number)
    {
        var reports = item.Reports.Count == 0 ? "" : $" · {French.Join([.. item.Reports.Select(r => r.Value)])}";
        var axis = item.Axis is { } on ? $" · axe {on.Value.ToUpperInvariant()}" : "";
        return Entry(
            string.Create(CultureInfo.InvariantCulture, $"{number}. {item.Title}"), AgendaTexts.Detail(item) + axis + reports + Votes(view, item));
    }

    private static string Votes(AgendaView view, AgendaItem item)
    {
        var votes = AgendaTexts.Votes(view.Ballots ?? [], view.Session.Id, item.Id, view.Now);
        var more = votes.Count > MostVotes ? $" · … et {French.Count(votes.Count - MostVotes, "autre vote", "autres votes")}" : "";
        return string.Concat(votes.Take(MostVotes).Select(v => $" · {v}")) + more;
    }

    // One choice for all items: a button on each would weigh more than a card may.
    private static IEnumerable<CardElement> ToChange(AgendaView view)
    {
        if (view.Open && view.Session.Agenda is { Count: > 0 } agenda)
        {
            yield return new ChoiceSetInput(
                AgendaKeys.Item,
                [.. agenda.Select((item, at) => new Choice(
                    PeoplesWords.AsLabel(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {CardTrim.Shorten(item.Title, 50)}")), item.Id.Value))])
            {
                Label = "Un point à modifier, déplacer ou retirer", Style = ChoiceStyle.Compact, Value = agenda[^1].Id.Value,
            };
            yield return Buttons(new CardButton("Modifier ce point", AgendaVerbs.Form, SessionKeys.Of(view.Session)))!;
        }
    }

    private static IEnumerable<CardElement> Suggestion(AgendaView view, ItemSuggestion suggestion)
    {
        yield return Section("Suggestion d’un membre");
        yield return PeopleText(suggestion.Title);
        yield return Faint(
            $"{SessionTexts.Kind(suggestion.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(suggestion.Minutes))}, par {suggestion.ByName}");
        yield return Buttons(
            new CardButton("Inscrire", AgendaVerbs.Accept, AgendaKeys.Of(view.Session, suggestion.Id)) { WithInputs = false },
            new CardButton("Ne pas retenir…", AgendaVerbs.DeclineForm, AgendaKeys.Of(view.Session, suggestion.Id)) { WithInputs = false })!;
    }

    private static IEnumerable<CardAction?> Actions(AgendaView view)
    {
        var data = SessionKeys.Of(view.Session);
        var next = (view.Last?.Version ?? 0) + 1;
        if (view.Open)
        {
            yield return new CardButton("Ajouter un point", AgendaVerbs.Form, data) { WithInputs = false };
        }

        if (view.MayCirculate)
        {
            yield return new CardButton(
                string.Create(CultureInfo.InvariantCulture, $"Diffuser la version {next}"), AgendaVerbs.Circulate,
                AgendaKeys.Of(view.Session, next), view.Last is null ? ActionStyle.Positive : null);
        }

        if (view.Last is not null)
        {
            yield return new CardButton("Qui en a pris connaissance ?", AgendaVerbs.Readers, data) { WithInputs = false };
        }

        if (view.Session.Agenda.Any(i => i.Escalated is not null))
        {
            yield return new CardButton(
                "Décisions à valider", EscalationVerbs.List, new() { ["territory"] = view.Session.Territory.Value }) { WithInputs = false };
        }

        yield return view.Word is { } word ? new OpenUrlAction(word) { Title = "Fichier Word" } : null;
        yield return new CardButton("Voir la séance", SessionVerbs.Show, data) { WithInputs = false };
    }
}
