using System.Globalization;
using System.Text.RegularExpressions;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using Table = Concertation.Domain.Tables.Table;

namespace ConcertationBot.Agendas;

/// <summary>A command on one session to come, of those the person convenes or is called to; asked when several may be meant.</summary>
public abstract class ConcernedSessionCommand(SessionsInReach reach) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var own = (await reach.ToAnswer(turn.Actor, turn.Roster, cancel)).Select(v => v.Session);
        var all = (await reach.ToFollow(turn.Actor, turn.Roster, cancel)).Concat(own).DistinctBy(s => s.Id).OrderBy(s => s.Start).ToList();
        return SessionsInReach.Meant(all, s => s, turn.Reading.Slots, turn.Roster.Zone) switch
        {
            _ when all.Count == 0 => Say.Only(AgendaTexts.NoSession),
            [var only] => await With(turn, only, turn.Roster.TableOf(only.Table)!, cancel),
            [] => Ask(turn, all),
            var several => Ask(turn, several),
        };
    }

    protected abstract Task<IReadOnlyList<Say>> With(TextTurn turn, Session session, Table table, CancellationToken cancel);

    protected abstract IReadOnlyList<Say> Ask(TextTurn turn, IReadOnlyList<Session> several);
}

/// <summary>« ordre du jour de la TCT du 14 »</summary>
public sealed class AgendaCommand(SessionsInReach reach, AgendaCards cards, SessionClicks clicks) : ConcernedSessionCommand(reach)
{
    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, Session session, Table table, CancellationToken cancel) =>
        await clicks.Find(turn.Actor, turn.Roster, session.Id, cancel) is { } found
            ? Say.Only(await cards.Of(found, cancel))
            : Say.Only(AgendaTexts.NoSession);

    protected override IReadOnlyList<Say> Ask(TextTurn turn, IReadOnlyList<Session> several) =>
        Say.Only(SessionLists.Which(turn.Roster, AgendaTexts.WhichAgenda, several, AgendaVerbs.Show));
}

/// <summary>« mets les sorties du vendredi à l’odj, 20 min »: suggested at once, or added by who convenes.</summary>
public sealed class SuggestItemCommand(SessionsInReach reach, SuggestItem suggest) : ConcernedSessionCommand(reach)
{
    protected override async Task<IReadOnlyList<Say>> With(TextTurn turn, Session session, Table table, CancellationToken cancel)
    {
        var wanted = WantedItem.In(turn);
        if (wanted.Title is null)
        {
            return Say.Only(AgendaTexts.SayWhat);
        }

        var outcome = await suggest.Run(turn.Actor, session.Id, wanted.ToEntry(), turn.Operation, cancel);
        return Say.Only(SuggestAnswers.Said(outcome, table, turn.Roster.Zone));
    }

    protected override IReadOnlyList<Say> Ask(TextTurn turn, IReadOnlyList<Session> several)
    {
        var wanted = WantedItem.In(turn);
        return Say.Only(SessionListCard.Which(
            turn.Roster.Territory, AgendaTexts.WhichForItem, [.. several.Select(s => new SessionLine(s, turn.Roster.TableOf(s.Table)!, null))],
            turn.Roster.Zone, AgendaVerbs.SuggestForm, (_, data) => wanted.Put(data)));
    }
}

/// <summary>What a message would have on an agenda.</summary>
internal sealed partial record WantedItem(string? Title, int? Minutes)
{
    private const int Usual = 20;

    /// <summary>The words between the command and where it is to go, without the time it takes.</summary>
    public static WantedItem In(TextTurn turn)
    {
        var slots = turn.Reading.Slots;
        var text = slots.Body.Length > 0 ? slots.Body : turn.Text;
        var minutes = slots.When.Duration is { } duration ? (int)duration.TotalMinutes : (int?)null;
        var title = Duration().Replace(ToAgenda().Replace(text, " "), " ");
        title = slots.Table is { } table ? title.Replace(table.Written, " ", StringComparison.OrdinalIgnoreCase) : title;
        title = Spaces().Replace(title, " ").Trim(' ', ',', '.', ':', ';', '-', '«', '»', '\u00a0', '"');
        title = Edge().Replace(title, "").Trim(' ', ',');
        return new WantedItem(
            title.Length < 3 ? null : char.ToUpper(title[0], French.Culture) + title[1..], minutes is > 0 and <= SessionLimits.ItemMinutes ? minutes : null);
    }

    public AgendaEntry ToEntry() => new(AgendaItemKind.Discussion, Title!, Minutes ?? Usual, null, null, InCamera: false);

    /// <summary>Goes on with the button of each session that may be meant.</summary>
    public void Put(System.Text.Json.Nodes.JsonObject data)
    {
        if (Title is { } title)
        {
            data[AgendaKeys.Title] = title[..Math.Min(title.Length, SessionLimits.ItemTitle)];
        }

        data[AgendaKeys.Minutes] = (Minutes ?? Usual).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"[\s,]*\b(à|a|sur|dans)\s+(l['’]\s?)?(ordre\s+du\s+jour|odj|o\.d\.j\.?)(\s+(de\s+la|du|de|pour\s+la|pour\s+le)\b[^,]*)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToAgenda();

    [GeneratedRegex(@"[\s,(]*\b(pendant\s+|pour\s+|environ\s+)?\d{1,3}\s?(min|mn|minutes?|h\d{0,2}|heures?)\b\)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(un\s+point\s+(sur\s+)?|le\s+point\s+(sur\s+)?|point\s+(sur\s+)?)|\s+(svp|stp|merci|s['’]il\s+(vous|te)\s+pla[iî]t)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Edge();
}
