using Concertation.Domain.Meetings;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What somebody asks to have put to the vote.</summary>
/// <param name="ClosesAt">Null: after the table's usual number of hours.</param>
/// <param name="Majority">Null: the table's usual one.</param>
/// <param name="Form">Null: nominal, for or against.</param>
/// <param name="Terms">Null: nothing beyond title and text.</param>
/// <param name="SaidEarlier">Its terms were taken once: of those, what can't be any more is left out and not refused.</param>
/// <param name="SparesOften">Who was written to often this week is told of the ballot next week, if that leaves the time to vote.</param>
public sealed record Proposal(
    TableId Table, SessionId? Session, ItemId? Item, AxisId? Axis, string Title, string Text, DateTimeOffset? ClosesAt,
    Majority? Majority = null, BallotForm? Form = null, DecisionTerms? Terms = null, bool SaidEarlier = false,
    bool SparesOften = false);

/// <summary>A proposal whose parts were found and belong together, its texts trimmed.</summary>
/// <param name="ClosesAt">The asked or the usual closing time, not yet checked against the clock.</param>
public sealed record SoundProposal(
    Roster Roster, Table Table, Session? Session, AgendaItem? Item, Axis? Axis, string Title, string Text,
    DateTimeOffset ClosesAt, bool SecondCall, Majority Majority, BallotForm Form, DecisionTerms Terms)
{
    /// <summary>Who was written to often this week is told next week, if that leaves the time to vote.</summary>
    public bool SparesOften { get; init; }

    /// <summary>What is noted of the session: déports and proxies; null without a session.</summary>
    public MeetingRecord? Record { get; init; }

    /// <summary>
    /// The seats called to the session, or of the table (rule 4), consultative ones too. What the session's record says of
    /// déports and proxies is in them.
    /// </summary>
    public IReadOnlyList<Elector> Electors()
    {
        IReadOnlyList<Elector> called =
            [.. (Session?.Called(Table) ?? Table.Seats).Select(s => new Elector(
                s.Id, Roster.StructureName(s.Structure), s.College, Roster.CollegeName(s.College), s.Weight, s.Voice))];
        var rights = new RightsDraft(called, [], Table.Rules.Sessions.ProxiesPerHolder);
        rights.Follow(Record, Item?.Id, secret: Form.Secrecy == Secrecy.Secret);
        return rights.Seats;
    }

    public BallotLabels Labels() => new(
        Table.Name, Table.Short, Item?.Title, Axis?.Title, Item?.InCamera ?? false, Roster.Territory.TimeZone,
        Table.Seats.FirstOrDefault(s => s.Id == Terms.Carrier) is { } carrier ? Roster.StructureName(carrier.Structure) : null);
}

/// <summary>Finds what a proposal names and checks that session, item and axis belong together.</summary>
public sealed class ProposalCheck(IRosters rosters, ISessions sessions, IMeetings meetings, IRoadmaps roadmaps, TimeProvider clock)
{
    public const int MostTitle = 120;
    public const int MostText = 4000;

    public async Task<Ruling<SoundProposal>> Handle(
        TerritoryId territory, Proposal proposal, CancellationToken cancel)
    {
        if (await rosters.Get(territory, cancel) is not { } roster || roster.TableOf(proposal.Table) is not { } table)
        {
            return new BallotRefusal.NoSuchTable();
        }

        var (title, text) = (OneLine.Of(proposal.Title), proposal.Text.Trim());
        if (FreeText.Refuse(BallotText.Title, title, MostTitle) is { } badTitle)
        {
            return badTitle;
        }

        if (FreeText.Refuse(BallotText.Text, text, MostText) is { } badText)
        {
            return badText;
        }

        var session = await SessionOf(territory, proposal, cancel);
        if (session is null && proposal.Session is not null)
        {
            return new BallotRefusal.NoSuchSession();
        }

        var item = session?.Agenda.FirstOrDefault(i => i.Id == proposal.Item);
        if (item is null && proposal.Item is not null)
        {
            return new BallotRefusal.NoSuchItem();
        }

        // An item may have come with an axis of last year's roadmap: it then ties the proposal to none.
        var ofItem = item?.Axis is { } itemAxis ? await AxisOf(roster, itemAxis, cancel) : null;
        var axis = proposal.Axis is { } wanted ? await AxisOf(roster, wanted, cancel) : ofItem;
        if ((axis is null && proposal.Axis is not null) || (ofItem is not null && axis?.Id != ofItem.Id))
        {
            return new BallotRefusal.NoSuchAxis();
        }

        var settled = ProposalSettings.Settle(proposal, table, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Date);
        if (settled is not Ruling<ProposalSettings>.Granted { Value: var settings })
        {
            return ((Ruling<ProposalSettings>.Refused)settled).Why;
        }

        return new SoundProposal(
            roster, table, session, item, axis, title, text,
            proposal.ClosesAt ?? UsualClosing.After(clock.GetUtcNow(), table.Rules.BallotHours, roster.Zone),
            await IsSecondCall(territory, session, item, cancel), settings.Majority, settings.Form, settings.Terms)
        {
            SparesOften = proposal.SparesOften,
            Record = session is null ? null : (await meetings.Of(territory, session.Id, cancel)).AsOf(session, clock.GetUtcNow()),
        };
    }

    private async Task<Session?> SessionOf(TerritoryId territory, Proposal proposal, CancellationToken cancel)
    {
        var session = proposal.Session is { } id ? (await sessions.Get(territory, id, cancel))?.Value : null;
        return session is { State: SessionState.Convened } && session.Table == proposal.Table ? session : null;
    }

    private async Task<Axis?> AxisOf(Roster roster, AxisId axis, CancellationToken cancel)
    {
        var year = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        var view = await roadmaps.Get(roster.Territory.Id, year, cancel);
        return view?.Plan.Axes.FirstOrDefault(a => a.Id == axis);
    }

    /// <summary>Only what was on the first convocation's agenda is freed of the quorum by the second (rule 7).</summary>
    private async Task<bool> IsSecondCall(
        TerritoryId territory, Session? session, AgendaItem? item, CancellationToken cancel)
    {
        if (session?.SecondCallOf is not { } first || item is null)
        {
            return false;
        }

        var earlier = await sessions.Get(territory, first, cancel);
        // By title: an item's id only tells it apart from the others of its own agenda.
        return earlier?.Value.Agenda.Any(i =>
            string.Equals(i.Title, item.Title, StringComparison.OrdinalIgnoreCase)) ?? false;
    }
}
