using Concertation.Documents.Mail;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Work.Notices;

/// <summary>The road by mail, in the pilote's name.</summary>
public sealed class MailRoad(MailFolder folder)
{
    public async Task<Notice> Send(
        Notice notice, Person to, MailContent mail, Roster roster, CancellationToken cancel)
    {
        var pilot = roster.PersonOf(roster.Territory.Pilot);
        await folder.Write(
            new Letter(
                $"{notice.Territory}.{notice.Id}", pilot?.Name ?? roster.Territory.Name, pilot?.Mail, to.Name, to.Mail!, mail.Subject,
                mail.Html is null ? $"{mail.Text.TrimEnd()}\n\n{Signature(to, roster)}\n" : mail.Text,
                mail.Html, mail.Calendar, mail.CalendarMethod),
            cancel);
        return notice with { State = NoticeState.Delivered, Road = Road.Mail };
    }

    /// <summary>One signature for all letters: the pilote's name, but not to the pilote, and the territory's.</summary>
    public static string Signature(Person to, Roster roster) =>
        roster.PersonOf(roster.Territory.Pilot) is { } pilot && pilot.Id != to.Id
            ? $"{pilot.Name}\n{roster.Territory.Name}"
            : roster.Territory.Name;
}
