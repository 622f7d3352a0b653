using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Meetings;

/// <summary>The verbs of a session under way.</summary>
public static class MeetingVerbs
{
    public const string Show = "run.show";
    public const string Start = "run.start";
    public const string Next = "run.next";
    public const string Note = "run.note";
    public const string Action = "run.action";
    public const string AskConsensus = "run.askconsensus";
    public const string Consensus = "run.consensus";
    public const string Ballot = "run.ballot";
    public const string End = "run.end";
    public const string Presence = "presence.show";
    public const string PresenceSave = "presence.save";
    public const string PresenceAll = "presence.all";
    public const string Guest = "presence.guest";
    public const string GuestOut = "presence.guestout";
    public const string ProxyForm = "proxy.form";
    public const string ProxyGive = "proxy.give";
    public const string ProxyBack = "proxy.back";
    public const string RecuseForm = "recusal.form";
    public const string Recuse = "recusal.save";
}

/// <summary>Under which names their data and inputs travel.</summary>
public static class MeetingKeys
{
    public const string Item = "item";
    public const string Text = "text";
    public const string Who = "carrier";
    public const string Due = "due";
    public const string Title = "title";
    public const string Reserves = "reserves";
    public const string From = "from";

    /// <summary>How many seats come before the page to turn to.</summary>
    public const string TurnTo = "turn";

    public const string To = "holder";
    public const string Name = "name";
    public const string Structure = "structure";
    public const string Mode = "mode";

    /// <summary>The act that noted a guest.</summary>
    public const string Guest = "guest";

    private const string SeatPrefix = "s-";

    public static string InputOf(SeatId seat) => SeatPrefix + seat.Value;

    public static JsonObject At(Session session, ItemId? item)
    {
        var data = SessionKeys.Of(session);
        if (item is { } on)
        {
            data[Item] = on.Value;
        }

        return data;
    }

    /// <param name="turnTo">The page to show next; null stays on this one.</param>
    public static JsonObject Page(Session session, int from, int? turnTo = null)
    {
        var data = SessionKeys.Of(session);
        data[From] = from.ToString(CultureInfo.InvariantCulture);
        if (turnTo is { } next)
        {
            data[TurnTo] = next.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }

    public static JsonObject Of(Session session, SeatId seat)
    {
        var data = SessionKeys.Of(session);
        data[SessionKeys.Seat] = seat.Value;
        return data;
    }
}

/// <summary>What one seat's field on the attendance sheet says.</summary>
public static class PresenceWords
{
    public const string Room = "room";
    public const string Remote = "remote";
    public const string Instead = "instead";
    public const string InsteadRemote = "insteadremote";
    public const string Excused = "excused";
    public const string Absent = "absent";

    /// <summary>The field's value for a seat; null while nothing is noted or announced.</summary>
    public static string? Of(SeatRoll seat) => seat switch
    {
        { Presence: { State: PresenceState.Present, RepresentedBy: null, Mode: PresenceMode.InPerson } } => Room,
        { Presence: { State: PresenceState.Present, RepresentedBy: null } } => Remote,
        { Presence: { State: PresenceState.Present, Mode: PresenceMode.InPerson } } => Instead,
        { Presence: { State: PresenceState.Present } } => InsteadRemote,
        { Presence: { State: PresenceState.Excused } } or { Presence: null, State: RollState.Excused } => Excused,
        { Presence: { State: PresenceState.Absent } } => Absent,
        _ => null,
    };

    /// <summary>What a field's value says of a seat; null when it says nothing.</summary>
    public static PresenceEntry? Read(SeatRoll seat, string? value) => value switch
    {
        Room => new(seat.Seat.Id, PresenceState.Present, PresenceMode.InPerson, null),
        Remote => new(seat.Seat.Id, PresenceState.Present, PresenceMode.Remote, null),
        Instead => new(seat.Seat.Id, PresenceState.Present, PresenceMode.InPerson, InsteadOf(seat)),
        InsteadRemote => new(seat.Seat.Id, PresenceState.Present, PresenceMode.Remote, InsteadOf(seat)),
        Excused => new(seat.Seat.Id, PresenceState.Excused, PresenceMode.InPerson, null),
        Absent => new(seat.Seat.Id, PresenceState.Absent, PresenceMode.InPerson, null),
        _ => null,
    };

    /// <summary>Whoever was announced or noted, else the substitute.</summary>
    public static string InsteadOf(SeatRoll seat) =>
        seat.Presence?.RepresentedBy ?? seat.Reply?.RepresentedBy ?? seat.Mandate?.Substitute?.Name ?? MeetingTexts.SomebodyElse;
}
