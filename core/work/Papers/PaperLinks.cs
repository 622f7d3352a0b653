using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Links;

namespace Concertation.Work.Papers;

public enum PaperKind { Agenda, Attendance, Minutes }

/// <summary>A session's paper as a Word file: which, and in which version (0: as it stands now).</summary>
public sealed record Paper(SessionId Session, PaperKind Kind, int Version)
{
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"{Session}~{Kind}~{Version}");

    /// <summary>Null when it isn't shaped like one.</summary>
    public static Paper? Read(string subject) =>
        subject.Split('~') is [var session, var kind, var version] && IdRules.IsWellFormed(session)
        && Enum.TryParse<PaperKind>(kind, out var which) && Enum.IsDefined(which)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(new(session), which, number)
            : null;
}

/// <summary>Personal links to papers. They are made for one reader; whether the paper is still theirs to read is checked when it is opened.</summary>
public sealed class PaperLinks(PersonalLinks links, TimeProvider clock)
{
    /// <summary>No paper is about a seat; a link names one.</summary>
    private static readonly SeatId NoSeat = new("-");
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public Uri For(TerritoryId territory, Paper paper, PersonId reader) => new(links.UrlFor(new PersonalLink(
        territory, LinkPurpose.Paper, paper.Subject, NoSeat, reader, clock.GetUtcNow() + Lasts)));
}
