using System.Text;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Decisions;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.PersonalData;

/// <summary>Records whose time is over go by themselves, with proof; people read and erase what is theirs.</summary>
public sealed class RetentionTests : IAsyncLifetime, IDisposable
{
    private const string Reporter = "ewen";
    private const string Name = "Ewen Marqueur-Unique";
    private const string Fact = "encore une sortie vendredi soir sans ordonnance";
    private static readonly DysfunctionRef First = new("REM-2026-0001");

    private readonly TemporaryFolder _folder = new();
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start(folder: _folder.Path);
        _place.AddPartner(Reporter, Name);
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_closed_report_loses_its_reporter_then_its_text_and_the_pilote_reads_the_proof()
    {
        await ReportAndClose();
        _place.Clock.Advance(TimeSpan.FromDays(365));
        await Purged();
        (await Read(First)).ReporterName.ShouldBe(Name);

        _place.Clock.Advance(TimeSpan.FromDays(2 * 365));
        await Purged();
        var unnamed = await Read(First);
        (unnamed.ReporterName, unnamed.Happened, unnamed.Forgotten).ShouldBe((ForgetReport.Nobody, Fact, true));
        (await Mine()).ShouldNotContain("REM-2026-0001");

        _place.Clock.Advance(TimeSpan.FromDays(3 * 365));
        await Purged();
        var bare = await Read(First);
        (bare.Happened, bare.Status, bare.TextGone).ShouldBe((ForgetReport.NoText, DysfunctionStatus.ClosedWithoutAction, true));
        (await NoticesAbout(First)).ShouldBeEmpty();

        var said = (await _place.Say(Kervelen.Pilot, "conservation")).ShouldHaveSingleItem();
        said.Says("Auteur d’une remontée close : 24 mois").ShouldBeTrue(said.Words);
        said.Says("texte d’une remontée close (les nombres restent), 1 (du 23/11/2026), règle : 5 ans").ShouldBeTrue(said.Words);
        said.Words.ShouldNotContain("ordonnance");
        (await _place.Say(Reporter, "conservation")).ShouldHaveSingleItem().Says("exporte mes données").ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_that_is_not_over_is_kept_whole()
    {
        await _place.Report(Reporter, Fact);
        _place.Clock.Advance(TimeSpan.FromDays(10 * 365));
        await Purged();
        var kept = await Read(First);
        (kept.ReporterName, kept.Happened).ShouldBe((Name, Fact));
    }

    [Fact]
    public async Task Answers_letters_and_silent_addresses_go_when_their_time_is_over()
    {
        await _place.Report(Reporter, Fact);
        var session = await _place.Convene();
        (await _place.Say("yann-kerimagin", "ok pour le 14")).ShouldNotBeEmpty();
        await _place.Receives("rozenn-pennlivre", "TCT");
        foreach (var letter in Directory.GetFiles(Path.Combine(_folder.Path, "courrier")))
        {
            File.SetLastWriteTimeUtc(letter, _place.Clock.GetUtcNow().UtcDateTime);
        }

        _place.Clock.Advance(TimeSpan.FromDays(2.5 * 365));
        await Purged();
        (await _place.Service<Concertation.Domain.Sessions.ISessions>().Replies(Reported.Territory, session, default)).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(_folder.Path, "courrier")).Where(f => File.GetLastWriteTimeUtc(f).Year == 2026 && File.GetLastWriteTimeUtc(f).Month == 11 && File.GetLastWriteTimeUtc(f).Day == 23).ShouldBeEmpty();
        (await AddressOf(Partner)).ShouldBeNull();
        (await AddressOf(new("yann-kerimagin"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Purged_by_two_at_once_and_killed_at_any_commit_it_is_counted_once()
    {
        for (var i = 0; i < 3; i++)
        {
            await ReportAndClose(i + 1);
        }

        _place.Clock.Advance(TimeSpan.FromDays(3 * 365));
        await _place.DisposeAsync();
        for (var commits = 0; ; commits++)
        {
            var life = new DyingRowStore(int.MaxValue);
            await using var bot = await Without(services => services.Decorate(life));
            life.DiesAfter(commits, "");
            try
            {
                await bot.Service<PurgeOldRecords>().Run(default);
            }
            catch (IOException)
            {
                // Killed.
            }

            if (!life.IsDead)
            {
                break;
            }
        }

        _place = await Without(_ => { });
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _place.Service<PurgeOldRecords>().Run(default)));
        var proof = (await _place.Service<IPurgeProofs>().Last(Reported.Territory, 9, default)).ShouldHaveSingleItem();
        proof.Lines.Single(l => l.Kind == RecordKind.Reporters).Count.ShouldBe(3);
        (await _place.All()).ShouldAllBe(r => r.Forgotten);
    }

    [Fact]
    public async Task Exported_data_holds_what_is_ones_own()
    {
        await _place.Report(Reporter, Fact);
        await _place.Hears(Reporter, "REM-2026-0001");
        var card = (await _place.Say(Reporter, "exporte mes données")).ShouldHaveSingleItem();
        card.Says("remontées : 1").ShouldBeTrue(card.Words);
        var url = card.Url("Ouvrir le fichier (JSON)");
        using var answer = await _place.Bot.Client.GetAsync(url);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("mes-donnees.json");
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        json["nom"]!.GetValue<string>().ShouldBe(Name);
        json["donnees"]!["remontées"]![0]!["contenu"]!["Happened"]!.GetValue<string>().ShouldBe(Fact);
        _place.Clock.Advance(TimeSpan.FromHours(2));
        (await _place.Bot.Client.GetAsync(url)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Gone);

        var other = (await _place.Say("yann-kerimagin", "exporte mes données")).ShouldHaveSingleItem();
        var theirs = await _place.Bot.Client.GetStringAsync(other.Url("Ouvrir le fichier (JSON)"));
        theirs.ShouldContain("identité et mandats");
        theirs.ShouldNotContain(Name);
    }

    [Fact]
    public async Task Erased_data_is_nowhere_in_the_folder_and_the_report_stays_unnamed()
    {
        await _place.Report(Reporter, Fact);
        await _place.Hears(Reporter, "REM-2026-0001");
        await _place.Until(async () => (await NoticesAbout(First)).All(n => n.SentAt is not null));
        (await Traces()).ShouldNotBeEmpty();

        var ask = (await _place.Say(Reporter, "efface mes données")).ShouldHaveSingleItem();
        ask.Says("sans retour possible").ShouldBeTrue(ask.Words);
        ask.Says("article 17").ShouldBeTrue(ask.Words);
        (await _place.Press(Reporter, ask, "Ne rien effacer")).Says("Rien n’est effacé").ShouldBeTrue();
        (await Read(First)).ReporterName.ShouldBe(Name);

        var done = await _place.Press(Reporter, ask, "Effacer mes données");
        done.Says("C’est effacé").ShouldBeTrue(done.Words);
        var report = await Read(First);
        (report.ReporterName, report.Happened).ShouldBe((ForgetReport.Nobody, Fact));
        (await AddressOf(Partner)).ShouldBeNull();
        (await Traces()).ShouldBeEmpty();

        // Pressed twice, it says the same; and the report's news have nobody to go to.
        (await _place.Press(Reporter, ask, "Effacer mes données")).Says("C’est effacé").ShouldBeTrue();
        var heard = _place.FromBot(Reporter).Count;
        await Close(First);
        await _place.Until(async () => (await Read(First)).Over);
        await Task.Delay(500);
        _place.FromBot(Reporter).Count.ShouldBe(heard);
        (await NoticesAbout(First)).ShouldAllBe(n => n.State != NoticeState.Failed);
    }

    [Fact]
    public async Task A_members_votes_and_seat_stay()
    {
        var session = await _place.Convene();
        (await _place.Say("yann-kerimagin", "ok pour le 14")).ShouldNotBeEmpty();
        await _place.Decide("tct~~", "Ouvrir une place", "Une place est ouverte.", ["yann-kerimagin"]);
        var ask = (await _place.Say("yann-kerimagin", "efface mes données")).ShouldHaveSingleItem();
        var done = await _place.Press("yann-kerimagin", ask, "Effacer mes données");
        done.Says("votes").ShouldBeTrue(done.Words);
        // The session is to come: the answer is still counted on.
        (await _place.Service<Concertation.Domain.Sessions.ISessions>().Replies(Reported.Territory, session, default)).ShouldNotBeEmpty();
        (await _place.Service<IRosters>().Get(Reported.Territory, default))!.PersonOf(new("yann-kerimagin")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_without_account_is_erased_by_mail_and_the_code_still_opens_the_report()
    {
        const string Mail = "marqueur-unique@courriel.example";
        var sent = await (await AnonymousPage.Open(_place)).Send(("happened", Fact), ("mail", Mail));
        var report = (await _place.All()).ShouldHaveSingleItem();
        report.FromPage!.Mail.ShouldBe(Mail);
        await _place.Qualify(sent.Reference);
        await _place.Until(() => Task.FromResult(LettersTo(Mail) > 0));

        var (code, said, error) = await KeptRegister.Run(_folder.Path, "person-data", "erase", Mail, "--yes");
        code.ShouldBe(0, error);
        said.ShouldContain("remontées : 1");
        LettersTo(Mail).ShouldBe(0);
        (await Traces("marqueur-unique")).ShouldBeEmpty();
        (await Read(report.Reference)).FromPage!.Mail.ShouldBeNull();
        (await sent.Follow()).Says("Qualifiée").ShouldBeTrue();

        await Close(report.Reference);
        _place.Clock.Advance(TimeSpan.FromDays(6 * 365));
        await Purged();
        (await Read(report.Reference)).TextGone.ShouldBeTrue();
        var gone = await sent.Follow();
        gone.Words.ShouldNotContain(Fact);
        gone.Words.ShouldNotContain(sent.Reference);
    }

    [Fact]
    public async Task A_draft_goes_with_the_person_who_wrote_it()
    {
        var drafts = _place.Service<IReportDrafts>();
        await drafts.Keep(Reported.Territory, Partner, new KeptDraft(new WrittenReport(Fact), _place.Clock.GetUtcNow()), default);
        var ask = (await _place.Say(Reporter, "efface mes données")).ShouldHaveSingleItem();
        ask.Says("brouillon de remontée : 1").ShouldBeTrue(ask.Words);
        await _place.Press(Reporter, ask, "Effacer mes données");
        (await drafts.Of(Reported.Territory, Partner, default)).ShouldBeNull();
    }

    private PersonId Partner => Partners.IdOf(_place.Person(Reporter).EntraId);

    private async Task ReportAndClose(int number = 1)
    {
        await _place.Report(Reporter, Fact);
        await Close(DysfunctionRef.Of(2026, number));
    }

    private async Task Close(DysfunctionRef reference)
    {
        var card = (await _place.Say(Kervelen.Pilot, $"suivi {reference}")).ShouldHaveSingleItem();
        (await _place.Press(Kervelen.Pilot, card, "Clore sans suite", ("reason", "Relève d’une autre instance"))).Says("close").ShouldBeTrue();
        await _place.Until(async () => (await NoticesAbout(reference)).All(n => n.State is not (NoticeState.Waiting or NoticeState.Sending)));
    }

    private async Task Purged()
    {
        var purge = _place.Service<PurgeOldRecords>();
        await _place.Until(async () => await purge.Run(default));
    }

    private async Task<Dysfunction> Read(DysfunctionRef reference) =>
        (await _place.Service<IDysfunctions>().Get(Reported.Territory, reference, default))!.Value;

    private async Task<IReadOnlyList<Notice>> NoticesAbout(DysfunctionRef reference) =>
        [.. (await _place.Service<INotices>().Of(new Aggregate(AggregateKind.Dysfunction, Reported.Territory, reference.Value), default)).Select(n => n.Value)];

    private async Task<string> Mine() => string.Concat((await _place.Say(Reporter, "mes remontées")).Select(m => m.Words));

    private async Task<ChatAddress?> AddressOf(PersonId person) =>
        await _place.Service<IChatAddresses>().Of(Reported.Territory, person, default) is { Conversation: not null } address ? address : null;

    private int LettersTo(string mail) => _place.Letters().Count(l => l.To.Contains(mail, StringComparison.Ordinal));

    /// <summary>Files that hold the name or the account of the reporter, or that marker.</summary>
    private async Task<IReadOnlyList<string>> Traces(string marker = "Marqueur-Unique")
    {
        var found = new List<string>();
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            if (text.Contains(marker, StringComparison.Ordinal)
                || text.Contains(_place.Person(Reporter).EntraId, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Path.GetFileName(file));
            }
        }

        return found;
    }

    /// <summary>The same data, under a bot of its own.</summary>
    private async Task<Kervelen> Without(Action<IServiceCollection> services) => await Kervelen.Start(
        folder: _folder.Path, at: _place.Clock, services: all =>
        {
            // Only the test purges.
            all.Remove(all.Single(s => s.ImplementationType == typeof(Concertation.Work.Notices.WorkLoop)));
            services(all);
        });
}

internal static class RetentionSteps
{
    public static void Decorate(this IServiceCollection services, DyingRowStore life)
    {
        services.Replace(ServiceDescriptor.Singleton<IRowStore>(p => life.Over(new SqliteRowStore(p.GetRequiredService<SqliteFile>()))));
    }

    public static async Task Until(this Kervelen place, Func<Task<bool>> holds)
    {
        _ = place;
        for (var attempt = 0; attempt < 400; attempt++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException();
    }
}
