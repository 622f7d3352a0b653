using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;

namespace Concertation.Work.Notices;

/// <summary>Says one kind of notice, at the moment it is sent, so that it is never stale. Null: no longer worth sending.</summary>
public interface INoticeContent
{
    EffectKind Kind { get; }

    /// <summary>Why the person must no longer get it, as a code the pilote is told in words; null when they should.</summary>
    string? Unwanted(Notice notice, Roster roster) => null;

    Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel);
}

/// <summary>The same message for both roads.</summary>
public sealed record NoticeContent(AdaptiveCard Card, MailContent Mail)
{
    /// <summary>Whom it goes to where the roster doesn't know them; null for people of the roster.</summary>
    public Person? To { get; init; }
}

/// <param name="Text">Plain text with its links; always there. Unsigned: the road signs it, unless there is <paramref name="Html"/>.</param>
/// <param name="Html">The same as a page; both are signed then.</param>
/// <param name="Calendar">An iCalendar file, with its method (REQUEST, CANCEL, PUBLISH); null for none.</param>
public sealed record MailContent(
    string Subject, string Text, string? Html = null, string? Calendar = null, string? CalendarMethod = null);
