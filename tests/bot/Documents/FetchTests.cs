using System.Net;
using ConcertationBot.Documents;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Documents;

/// <summary>Files that can't be taken: each says why and leaves nothing.</summary>
public sealed class FetchTests : IAsyncLifetime
{
    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task Each_refusal_says_what_to_do_and_keeps_nothing()
    {
        (string Name, byte[] Bytes, string Said)[] cases =
        [
            ("Bilan.docx", Files.Pdf(), "Son nom finit par « .docx », mais son contenu est d’une autre sorte (PDF, « .pdf »)"),
            ("photo.jpg", Files.Png(), "d’une autre sorte (image PNG"),
            ("rien.pdf", [], "Ce fichier est vide"),
            ("macros.docm", Files.WordWithMacros(), "contient des macros"),
            ("ferme.docx", Files.Compound("EncryptedPackage"), "protégé par un mot de passe"),
            ("ancien.doc", Files.Compound("WordDocument"), "enregistrez-le en docx"),
            ("page.html", "<html><script>alert(1)</script>"u8.ToArray(), "page web"),
            ("outil.exe", [.. "MZ"u8, .. new byte[100]], "je ne garde rien qui s’exécute"),
            ("archive.zip", Files.Zip(("a.txt", [1])), "une archive"),
            ("coupé.pdf", Files.Pdf()[..^30], "commence comme un fichier PDF"),
            ("Situation de Mme Zorglub.pdf", Files.Pdf(), "Son nom contient le nom d’une personne"),
        ];
        foreach (var (name, bytes, said) in cases)
        {
            var answer = await _kervelen.Attach(Kervelen.Pilot, name, bytes);
            answer.Says(said).ShouldBeTrue($"{name}: {answer.Words}");
            answer.Buttons.ShouldBeEmpty();
        }

        Kept().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_files_those_that_can_be_taken_are_and_the_others_are_named()
    {
        var answer = (await _kervelen.Attach(
            Kervelen.Pilot, ("Bilan.pdf", _kervelen.Teams.Upload(Files.Pdf())), ("outil.exe", _kervelen.Teams.Upload([.. "MZ"u8, 0, 0])))).ShouldHaveSingleItem();

        answer.Says("Bilan.pdf").ShouldBeTrue(answer.Words);
        answer.Says("outil.exe — C’est un programme").ShouldBeTrue(answer.Words);
        answer.Says("Aucune séance à venir").ShouldBeTrue(answer.Words);
        Kept().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("https://evil.example/a.pdf")]
    [InlineData("https://contoso.sharepoint.com.evil.example/a.pdf")]
    [InlineData("https://contoso.sharepoint.com@evil.example/a.pdf")]
    [InlineData("https://notsharepoint.com/a.pdf")]
    [InlineData("http://contoso.sharepoint.com/a.pdf")]
    [InlineData("https://contoso.sharepoint.com:8443/a.pdf")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_outside_Microsoft_365_is_never_called(string url)
    {
        // A request that left would fail the host when it is disposed of.
        var answer = (await _kervelen.Attach(Kervelen.Pilot, ("Bilan.pdf", new Uri(url)))).ShouldHaveSingleItem();
        answer.Says("n’est pas déposé dans Microsoft 365").ShouldBeTrue(answer.Words);
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1&tempauth=2", false, true)]
    [InlineData("https://contoso-my.sharepoint.us/x", false, true)]
    [InlineData("http://localhost:3978/simulator/files/1", false, false)]
    [InlineData("http://localhost:3978/simulator/files/1", true, true)]
    [InlineData("ftp://localhost/x", true, false)]
    public void Microsoft_365_is_allowed_and_this_machine_in_Development_only(string url, bool development, bool allowed) =>
        new FileHosts(development).Allows(new Uri(url)).ShouldBe(allowed);

    [Fact]
    public async Task Twenty_six_megabytes_are_stopped_on_their_way_whatever_was_announced()
    {
        var sent = 0L;
        await using var server = await Serve(async context =>
        {
            // No length is announced.
            var chunk = new byte[64 * 1024];
            while (sent < 200L * 1024 * 1024)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
                sent += chunk.Length;
                // A writer is told late that nobody listens any more.
                await Task.Delay(sent > 30L * 1024 * 1024 ? 5 : 0, context.RequestAborted);
            }
        });

        var answer = (await _kervelen.Attach(Kervelen.Pilot, ("Bilan.pdf", new Uri(server.Urls.First())))).ShouldHaveSingleItem();

        answer.Says("dépasse 25 Mo").ShouldBeTrue(answer.Words);
        sent.ShouldBeLessThan(100L * 1024 * 1024);
        Kept().ShouldBeEmpty();
        (await _kervelen.Attach(Kervelen.Pilot, "Bilan.pdf", new byte[26 * 1024 * 1024])).Says("dépasse 25 Mo").ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_transfer_that_breaks_off_is_said_and_leaves_nothing(bool announced)
    {
        var bytes = Files.Pdf(300);
        await using var server = await Serve(async context =>
        {
            if (announced)
            {
                context.Response.ContentLength = bytes.Length;
            }

            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            await Task.Delay(50);
            context.Abort();
        });

        var answer = (await _kervelen.Attach(Kervelen.Pilot, ("Bilan.pdf", new Uri(server.Urls.First())))).ShouldHaveSingleItem();

        answer.Says("s’est interrompu en chemin").ShouldBeTrue(answer.Words);
        Kept().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task An_address_that_no_longer_gives_it_is_said(HttpStatusCode status)
    {
        string? token = null;
        await using var server = await Serve(context =>
        {
            token = context.Request.Headers.Authorization;
            context.Response.StatusCode = (int)status;
            context.Response.Headers.Location = "https://evil.example/";
            return Task.CompletedTask;
        });

        var answer = (await _kervelen.Attach(Kervelen.Pilot, ("Bilan.pdf", new Uri(server.Urls.First())))).ShouldHaveSingleItem();

        answer.Says("son adresse a expiré").ShouldBeTrue(answer.Words);
        token.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Neither_names_nor_addresses_of_files_are_logged()
    {
        await _kervelen.Attach(Kervelen.Pilot, "Secret de polichinelle.pdf", Files.Pdf());
        _kervelen.Bot.Log.Lines.Where(l => l.Contains("polichinelle", StringComparison.Ordinal) || l.Contains("tempauth", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private string[] Kept() => Directory.GetFiles(Path.Combine(_kervelen.Bot.Folder, "documents"), "*", SearchOption.AllDirectories);

    private static async Task<WebApplication> Serve(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }
}
