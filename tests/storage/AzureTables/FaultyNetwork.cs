using System.Collections.Concurrent;
using System.Net;
using Azure.Core.Pipeline;
using Concertation.Storage.AzureAccount;

namespace Concertation.Storage.Tests.AzureTables;

/// <summary>The network between the store and Azurite, which goes wrong as the test says, then right.</summary>
internal sealed class FaultyNetwork : DelegatingHandler
{
    private readonly ConcurrentQueue<Fault> faults = [];

    public FaultyNetwork()
        : base(new SocketsHttpHandler())
    {
    }

    /// <summary>What to do with a request; null answers by itself mean that it is sent on.</summary>
    public delegate Task<HttpResponseMessage> Fault(Func<Task<HttpResponseMessage>> send);

    public ConcurrentQueue<(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers)> Requests { get; } = [];

    /// <summary>Faults for the next requests, one each.</summary>
    public FaultyNetwork Then(params Fault[] next)
    {
        foreach (var fault in next)
        {
            faults.Enqueue(fault);
        }

        return this;
    }

    /// <summary>The way to the account over this network, without long pauses between tries.</summary>
    public AccountPipeline Travel()
    {
        var travel = new AccountPipeline { Transport = new HttpClientTransport(new HttpClient(this)) };
        travel.Retry.Delay = TimeSpan.FromMilliseconds(1);
        travel.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        return travel;
    }

    public static Fault Answer(int status, string body = "", string? retryAfter = null) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (retryAfter is not null)
        {
            response.Headers.Add("Retry-After", retryAfter);
        }

        return Task.FromResult(response);
    };

    /// <summary>The request never arrives.</summary>
    public static Task<HttpResponseMessage> LoseTheRequest(Func<Task<HttpResponseMessage>> send) =>
        throw new HttpRequestException("connection reset before the request");

    /// <summary>The service does what was asked; its answer never arrives.</summary>
    public static async Task<HttpResponseMessage> LoseTheAnswer(Func<Task<HttpResponseMessage>> send)
    {
        (await send()).Dispose();
        throw new HttpRequestException("connection reset after the request");
    }

    /// <summary>Like <see cref="LoseTheAnswer"/>, and somebody acts before the next try.</summary>
    public static Fault LoseTheAnswerAnd(Func<Task> meanwhile) => async send =>
    {
        (await send()).Dispose();
        await meanwhile();
        throw new HttpRequestException("connection reset after the request");
    };

    /// <summary>Like <see cref="LoseTheRequest"/>, and somebody acts before the next try.</summary>
    public static Fault LoseTheRequestAnd(Func<Task> meanwhile) => async _ =>
    {
        await meanwhile();
        throw new HttpRequestException("connection reset before the request");
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue((request.Method, request.RequestUri!,
            request.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase)));
        Task<HttpResponseMessage> Send() => base.SendAsync(request, cancellationToken);
        return faults.TryDequeue(out var fault) ? fault(Send) : Send();
    }
}
