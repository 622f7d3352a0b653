using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Concertation.Documents.Calendar;

namespace Concertation.Documents.Mail;

/// <param name="Id">No other letter's: goes into the Message-Id, so that a letter written twice is recognised by mail programs.</param>
/// <param name="Calendar">
/// iCalendar text, with its method: shown by mail programs as an invitation; with PUBLISH, which they wouldn't show, a file
/// attached.
/// </param>
public sealed record Letter(
    string Id, string FromName, string? FromMail, string ToName, string ToMail, string Subject, string Text, string? Html,
    string? Calendar, string? CalendarMethod);

/// <summary>
/// Mail on one machine: each letter is an .eml file in a folder, as any mail program opens it. The framework's own
/// SmtpClient writes it.
/// </summary>
/// <param name="sender">The address letters come from; answers go to the pilote's own.</param>
public sealed class MailFolder(string folder, string sender)
{
    private const int LongestName = 160;
    private const int LongestStart = 120;
    private const string AttachedDates = "dates.ics";

    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    public async Task Write(Letter letter, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path);
        // Written aside, then moved: whoever watches the folder never sees half a letter.
        var aside = Directory.CreateTempSubdirectory("courrier-");
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = aside.FullName,
            };
            using var message = Message(letter);
            await client.SendMailAsync(message, cancel);
            var written = aside.GetFiles("*.eml").Single();
            written.MoveTo(System.IO.Path.Combine(Path, FileNameOf(letter)), overwrite: true);
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private MailMessage Message(Letter letter)
    {
        var message = new MailMessage
        {
            From = new MailAddress(sender, OneLine(letter.FromName), Encoding.UTF8),
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.To.Add(new MailAddress(letter.ToMail, OneLine(letter.ToName), Encoding.UTF8));
        message.Headers.Add("Message-ID", $"<{letter.Id}@{message.From.Host}>");
        if (letter.FromMail is { } own)
        {
            message.ReplyToList.Add(new MailAddress(own, OneLine(letter.FromName), Encoding.UTF8));
        }

        if (letter.Html is { } html)
        {
            message.AlternateViews.Add(View(html, new ContentType("text/html; charset=utf-8")));
        }

        if (letter.Calendar is { } calendar)
        {
            AddCalendar(message, calendar, letter.CalendarMethod ?? "REQUEST");
        }

        return message;
    }

    private static void AddCalendar(MailMessage message, string calendar, string method)
    {
        var type = new ContentType($"text/calendar; charset=utf-8; method={method}");
        if (method == CalendarFeed.Method)
        {
            type.Name = AttachedDates;
            message.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(calendar)), type)
            {
                TransferEncoding = TransferEncoding.Base64,
            });
        }
        else
        {
            message.AlternateViews.Add(View(calendar, type));
        }
    }

    private static AlternateView View(string content, ContentType type)
    {
        var view = new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(content)), type)
        {
            TransferEncoding = TransferEncoding.Base64,
        };
        return view;
    }

    /// <summary>A header can't hold a line end; what people typed may.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string FileNameOf(Letter letter)
    {
        var name = string.Concat(letter.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
        // File systems take 255 bytes and some programs a path of 260: what is longer is told apart by its digest.
        return (name.Length <= LongestName ? name : $"{name[..LongestStart]}-{Digest(letter.Id)}") + ".eml";
    }

    private static string Digest(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
