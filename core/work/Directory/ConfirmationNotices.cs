using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Directories;
using Concertation.Work.Links;
using Concertation.Work.Notices;
using Concertation.Work.Votes;

namespace Concertation.Work.Directories;

/// <summary>Whoever sits first for the structure is asked: one person, whatever the number of its seats.</summary>
public sealed class TellConfirmationDue(IDirectory directory, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DirectoryConfirmationDue;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await directory.Get(run.Aggregate.Territory, EntryId.From(run.Aggregate.Id), cancel) is not { Value: var entry })
        {
            return;
        }

        var asked = entry.SeatsIn(run.Roster)
            .Select(seat => (Seat: (SeatId?)seat, Person: BallotAudience.For(run.Roster, seat)))
            .Where(s => s.Person is not null).Select(s => (s.Person!.Value, s.Seat)).Take(1);
        await solicited.Tell(run, asked, cancel);
    }
}

/// <summary>Dropped once the entry was confirmed, is gone, or the person sits for its structure no more.</summary>
public sealed class ConfirmationDueNotice(IDirectory directory, PersonalLinks links, DirectoryLinks pages, TimeProvider clock) : INoticeContent
{
    /// <summary>The link outlives the reminder.</summary>
    private const int LinkDays = 90;

    public EffectKind Kind => EffectKind.DirectoryConfirmationDue;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        var today = LocalDay.Of(clock, roster.Territory);
        if (notice.Seat is not { } seat
            || await directory.Get(notice.Territory, EntryId.From(notice.Aggregate.Id), cancel) is not { Value: var entry }
            || !ConfirmationRules.IsStale(entry, today) || !entry.SeatsIn(roster).Contains(seat)
            || roster.Mandates.GetValueOrDefault(seat)?.Allows(notice.Recipient) != true)
        {
            return null;
        }

        var link = links.UrlFor(new PersonalLink(
            notice.Territory, LinkPurpose.DirectoryEntry, entry.Id.Value, seat, notice.Recipient, clock.GetUtcNow().AddDays(LinkDays)));
        return new NoticeContent(
            DirectoryCards.AskToConfirm(new DirectoryShown(roster.Territory, today, false, pages.UrlOf(notice.Territory)), entry),
            new MailContent(
                DirectoryTexts.ConfirmSubject(entry, entry.Asked > 1),
                DirectoryTexts.ConfirmMail(entry, roster.PersonOf(notice.Recipient)?.Name, link)));
    }
}
