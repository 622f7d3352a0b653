using Concertation.Documents.Calendar;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Notices;

namespace Concertation.Work.Notices;

/// <summary>Letters that leave together, as one: each under its own subject, signed once.</summary>
internal static class JointMail
{
    public static MailContent Of(IReadOnlyList<MailContent> letters, Person to, Roster roster)
    {
        if (letters is [var only])
        {
            return only;
        }

        // An invitation first; dates that ask for no answer last.
        List<MailContent> ordered = [.. letters.OrderBy(l => l.Calendar is null ? 1 : l.CalendarMethod == CalendarFeed.Method ? 2 : 0)];
        var dated = letters.FirstOrDefault(l => l.Calendar is not null);
        return new MailContent(
            JointMailTexts.Subject([.. ordered.Select(l => l.Subject)]),
            JointMailTexts.Text(to.Name, [.. ordered.Select(l => (l.Subject, Body(l, to, roster)))]),
            Calendar: dated?.Calendar, CalendarMethod: dated?.CalendarMethod);
    }

    /// <summary>What it says between greeting and signature.</summary>
    private static string Body(MailContent letter, Person to, Roster roster)
    {
        var text = letter.Text.Trim();
        var signature = MailRoad.Signature(to, roster);
        if (letter.Html is not null && text.EndsWith(signature, StringComparison.Ordinal))
        {
            text = text[..^signature.Length];
        }

        return (text.StartsWith("Bonjour", StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? text[end..] : text).Trim();
    }
}
