using Concertation.Microsoft365.Graph;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Graph;

namespace ConcertationBot.Tests.Calendar;

/// <summary>The calls to Graph one by one, through its own SDK, against the strict stand-in.</summary>
public sealed class GraphCalendarTests : IAsyncLifetime
{
    private const string Anyone = "c0ffee00-0000-4000-8000-000000000001";
    private const string Anybody = "nolwenn.exemple@maia.kervelen.example";
    private static readonly DateTimeOffset Noon = new(2026, 12, 14, 11, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private GraphStandIn _graph = null!;
    private BotHost _bot = null!;

    private GraphCalendar Calendar => (GraphCalendar)_bot.Services.GetService(typeof(GraphCalendar))!;

    public async Task InitializeAsync()
    {
        _graph = await GraphStandIn.Start();
        _graph.Users[Anyone] = Anybody;
        _bot = await BotHost.Start("Development", _graph.Settings);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task Asked_twice_with_one_transaction_there_is_one_event()
    {
        var first = Value(await Calendar.Create(Anyone, Draft(), "t-1", default));
        var again = Value(await Calendar.Create(Anyone, Draft() with { Subject = "Autre" }, "t-1", default));
        again.Id.ShouldBe(first.Id);
        _graph.Events.ShouldHaveSingleItem().Subject.ShouldBe("Séance");
        _graph.TokensGiven.ShouldBe(1);
    }

    [Fact]
    public async Task An_hour_that_the_clocks_show_twice_is_written_in_UTC()
    {
        var second = new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero);
        await Calendar.Create(Anyone, Draft() with { Start = second }, "t-1", default);
        _graph.Events.ShouldHaveSingleItem().Start.ShouldBe("2027-10-31T01:30:00 UTC");
    }

    [Fact]
    public async Task Five_hundred_are_invited_and_one_more_is_refused_before_anything_is_sent()
    {
        EventAttendee[] many = [.. Enumerable.Range(0, 501).Select(n => new EventAttendee($"p{n}@table.example", $"Personne {n}", n % 2 == 0))];
        (await Calendar.Create(Anyone, Draft() with { Attendees = many }, "t-1", default))
            .ShouldBeOfType<GraphOutcome<WrittenEvent>.Refused>().Code.ShouldBe(GraphCodes.TooManyAttendees);
        _graph.Requests.ShouldBeEmpty();

        Value(await Calendar.Create(Anyone, Draft() with { Attendees = many[..500] }, "t-1", default)).Attendees.ShouldBe(500);
    }

    [Fact]
    public async Task Refusals_are_values_with_Graphs_own_code()
    {
        (await Calendar.Create("c0ffee00-0000-4000-8000-00000000dead", Draft(), "t-1", default))
            .ShouldBe(new GraphOutcome<WrittenEvent>.Refused(404, "ErrorInvalidUser"));
        (await Calendar.Cancel(Anyone, "AAA/B+C==", null, default)).ShouldBe(new GraphOutcome<bool>.Refused(404, "ErrorItemNotFound"));
        (await Calendar.Create(Anyone, Draft() with { Duration = TimeSpan.Zero }, "t-2", default))
            .ShouldBe(new GraphOutcome<WrittenEvent>.Refused(400, "ErrorInvalidRequest"));
    }

    [Fact]
    public async Task Retry_after_is_handed_on_and_nothing_is_asked_again_by_itself()
    {
        (_graph.Trouble, _graph.RetryAfter) = (GraphTrouble.Throttled, TimeSpan.FromSeconds(77));
        (await Calendar.Create(Anyone, Draft(), "t-1", default))
            .ShouldBe(new GraphOutcome<WrittenEvent>.Later(TimeSpan.FromSeconds(77), "Http429"));
        _graph.Requests.ShouldHaveSingleItem();
        _graph.Trouble = GraphTrouble.AnswerLost;
        (await Calendar.Create(Anyone, Draft(), "t-1", default)).ShouldBe(new GraphOutcome<WrittenEvent>.Unknown("Dropped"));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew()
    {
        Value(await Calendar.Create(Anyone, Draft(), "t-1", default));
        _graph.ForgetTokens();
        (await Calendar.Create(Anyone, Draft(), "t-2", default)).ShouldBeOfType<GraphOutcome<WrittenEvent>.Refused>().Status.ShouldBe(401);
        Value(await Calendar.Create(Anyone, Draft(), "t-2", default));
    }

    [Fact]
    public async Task No_more_than_four_requests_are_under_way_for_one_mailbox()
    {
        _graph.Takes = TimeSpan.FromMilliseconds(50);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Calendar.Create(Anyone, Draft(), $"t-{n}", default)));
        _graph.Events.Count.ShouldBe(20);
        _graph.MostAtOnce.ShouldBe(GraphExchange.AtOnce);
    }

    [Fact]
    public async Task Free_and_busy_are_read_for_many_people_twenty_a_request()
    {
        _graph.Busy[Anybody] = [(Noon.AddHours(1), Noon.AddHours(2), '2'), (Noon.AddHours(3), Noon.AddHours(3.5), '1')];
        string[] mails = [Anybody, .. Enumerable.Range(0, 40).Select(n => $"p{n}@ailleurs.example")];

        var all = Value(await Calendar.Schedule(Anyone, mails, Noon, Noon.AddHours(8), TimeSpan.FromMinutes(30), default));

        all.Count.ShouldBe(41);
        _graph.Requests.Count.ShouldBe(3);
        var one = all[0];
        one.Slots.Count.ShouldBe(16);
        one.During(Noon, Noon.AddHours(1)).ShouldBe(Availability.Free);
        one.During(Noon.AddMinutes(30), Noon.AddHours(1.5)).ShouldBe(Availability.Busy);
        one.During(Noon.AddHours(2), Noon.AddHours(4)).ShouldBe(Availability.Tentative);
        one.During(Noon.AddHours(7), Noon.AddHours(9)).ShouldBe(Availability.Unknown);
        all[1].Error.ShouldBe("ErrorMailRecipientNotFound");
        all[1].During(Noon, Noon.AddHours(1)).ShouldBe(Availability.Unknown);
    }

    [Fact]
    public async Task Without_settings_nothing_is_asked()
    {
        await using var bot = await BotHost.Start("Development");
        var calendar = (GraphCalendar)bot.Services.GetService(typeof(GraphCalendar))!;
        calendar.IsConfigured.ShouldBeFalse();
        (await calendar.Cancel(Anyone, "x", null, default)).ShouldBe(new GraphOutcome<bool>.Refused(0, GraphCodes.NotConfigured));
    }

    [Theory]
    [InlineData("Graph:TenantId", "a b", "Graph:TenantId")]
    [InlineData("Graph:ClientSecret", "", "Graph:ClientSecret")]
    [InlineData("Graph:BaseUrl", "http://graph.example/v1.0", "Graph:BaseUrl")]
    public async Task Wrong_settings_are_told_at_the_start(string setting, string value, string told)
    {
        var settings = new Dictionary<string, string?>(_graph.Settings, StringComparer.Ordinal) { [setting] = value };
        (await Should.ThrowAsync<ConcertationBot.Channel.StartRefusedException>(() => BotHost.Start("Development", settings))).Message.ShouldContain(told);
    }

    private static EventDraft Draft() => new(
        "Séance", "<p>Bonjour</p>", Noon, TimeSpan.FromHours(2), Paris, "Salle 3",
        [new EventAttendee("yann.kerimagin@ch.kervelen.example", "Yann Kerimagin", false)], TeamsMeeting: false);

    private static T Value<T>(GraphOutcome<T> outcome) => outcome.ShouldBeOfType<GraphOutcome<T>.Done>().Value;
}
