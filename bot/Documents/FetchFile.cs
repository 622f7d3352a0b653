using System.Net;
using System.Net.Sockets;
using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Microsoft365.Documents;
using ConcertationBot.Channel;

namespace ConcertationBot.Documents;

/// <summary>What became of a file to be fetched.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome() { }

    public sealed record Taken(Document Document) : FetchOutcome;

    public sealed record Refused(DocumentRefusal Why) : FetchOutcome;

    public sealed record NotFetched(FetchFault Fault) : FetchOutcome;

    public T Match<T>(Func<Taken, T> taken, Func<Refused, T> refused, Func<NotFetched, T> notFetched) => this switch
    {
        Taken it => taken(it),
        Refused it => refused(it),
        NotFetched it => notFetched(it),
        _ => throw new InvalidOperationException("no such outcome"),
    };
}

/// <summary>Fetches a file that somebody attached, a little at a time, straight into storage. No token goes along.</summary>
public sealed partial class FetchFile(ChannelHttp http, FileHosts hosts, TakeDocument take, TimeProvider clock, ILogger<FetchFile> log)
{
    /// <summary>Teams takes a turn for lost after fifteen seconds, and sends it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    public async Task<FetchOutcome> Run(Actor actor, IncomingFile file, CancellationToken cancel)
    {
        if (!hosts.Allows(file.DownloadUrl))
        {
            HostRefused(file.DownloadUrl?.IdnHost ?? "none");
            return NotFetched(FetchFault.ForbiddenHost);
        }

        using var late = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await Fetch(actor, file, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return NotFetched(FetchFault.TooSlow);
        }
        catch (IOException e) when (e is HttpIOException || e.InnerException is SocketException)
        {
            Failed((e as HttpIOException)?.HttpRequestError ?? HttpRequestError.ConnectionError);
            return NotFetched(FetchFault.CutShort);
        }
        catch (HttpRequestException e)
        {
            Failed(e.HttpRequestError);
            return NotFetched(FetchFault.Gone);
        }
    }

    private async Task<FetchOutcome> Fetch(Actor actor, IncomingFile file, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file.DownloadUrl);
        using var answer = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Answered((int)answer.StatusCode);
            return NotFetched(FetchFault.Gone);
        }

        if (answer.Content.Headers.ContentLength > DocumentLimits.Size)
        {
            return new FetchOutcome.Refused(new DocumentRefusal.TooLarge());
        }

        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        return (await take.Run(actor, file.Name, content, cancel)).Match<FetchOutcome>(
            taken => new FetchOutcome.Taken(taken.Document), refused => new FetchOutcome.Refused(refused.Why));
    }

    private static FetchOutcome.NotFetched NotFetched(FetchFault fault) => new(fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file's host is not allowed: {Host}")]
    private partial void HostRefused(string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file was not given: {Status}")]
    private partial void Answered(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file could not be fetched: {Error}")]
    private partial void Failed(HttpRequestError error);
}
