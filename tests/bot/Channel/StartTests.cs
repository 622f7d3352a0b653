using System.Net;
using ConcertationBot.Channel;
using ConcertationBot.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Channel;

public sealed class StartTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_an_app_id_the_bot_starts_in_Development_only(string environment) =>
        (await Refusal(environment)).ShouldContain(reason => reason.Contains("Bot:AppId manque"));

    [Theory]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://192.168.1.20:3978")]
    [InlineData("http://bot.example:3978")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Without_an_app_id_the_bot_listens_on_this_machine_only(string urls) =>
        (await Refusal("Development", ("urls", urls))).ShouldContain(reason => reason.Contains("ouvert au réseau"));

    [Theory]
    [InlineData("http_ports", "3978")]
    [InlineData("https_ports", "3979")]
    public async Task Ports_alone_mean_every_interface(string key, string port) =>
        (await Refusal("Development", ("urls", null), (key, port)))
            .ShouldContain(reason => reason.Contains("ouvert au réseau"));

    [Fact]
    public async Task Kestrels_own_settings_are_looked_at_too() =>
        (await Refusal("Development", ("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:0")))
            .ShouldContain(reason => reason.Contains("ouvert au réseau"));

    [Fact]
    public async Task Addresses_set_in_code_are_looked_at_once_the_server_listens() =>
        (await Should.ThrowAsync<StartRefusedException>(BotHost.Start(
            "Development", configure: builder =>
            {
                ProductionBot.With(new RecordingTurns())(builder);
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(0));
            })))
        .Reasons.ShouldContain(reason => reason.Contains("ouvert au réseau"));

    [Theory]
    [InlineData("Bot:TenantId", null)]
    [InlineData("Bot:TenantId", "../autre")]
    [InlineData("Bot:ClientSecret", null)]
    [InlineData("Bot:AppType", "MultiTenant")]
    [InlineData("Bot:OpenIdMetadata", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("Bot:OpenIdMetadata", "keys.json")]
    [InlineData("Bot:TokenEndpoint", "http://login.microsoftonline.com/token")]
    public async Task With_an_app_id_the_other_settings_must_be_right(string key, string? value) =>
        (await Refusal(
            "Production",
            [("Bot:AppId", "app"), ("Bot:TenantId", "tenant"), ("Bot:ClientSecret", "secret"), (key, value)]))
        .ShouldHaveSingleItem().ShouldContain(key);

    [Theory]
    [InlineData("Mail:From", "pas une adresse")]
    [InlineData("Links:BaseUrl", "http://concertation.example")]
    [InlineData("Links:BaseUrl", "concertation")]
    public async Task Settings_that_would_break_mail_or_its_links_stop_the_start(string key, string value)
    {
        await using var forge = await TokenForge.Start();
        var settings = ProductionBot.Settings(forge);
        settings[key] = value;
        (await Should.ThrowAsync<Exception>(BotHost.Start("Production", settings, ProductionBot.With(new RecordingTurns()))))
            .Message.ShouldContain(key);
    }

    [Fact]
    public async Task All_reasons_are_told_at_once() =>
        (await Refusal("Production", ("Bot:AppId", "app"), ("Bot:AppType", "MultiTenant"))).Count.ShouldBe(3);

    [Fact]
    public async Task With_its_settings_the_bot_may_listen_to_the_network_in_Production()
    {
        await using var forge = await TokenForge.Start();
        var settings = ProductionBot.Settings(forge);
        settings["urls"] = "http://0.0.0.0:0";
        await using var bot = await BotHost.Start("Production", settings, ProductionBot.With(new RecordingTurns()));
        bot.Address.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task In_Development_this_machine_needs_no_token()
    {
        await using var bot = await Development();
        using var answer = await bot.Client.PostAsync(bot.Messages, Typing());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Test-Remote", "203.0.113.7")]
    public async Task In_Development_what_came_from_elsewhere_is_403(string header, string value)
    {
        await using var bot = await Development();
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Messages) { Content = Typing() };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await bot.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<BotHost> Development() => BotHost.Start("Development", configure: builder =>
    {
        ProductionBot.With(new RecordingTurns())(builder);
        builder.Services.AddSingleton<IStartupFilter, RemoteFromHeader>();
    });

    private static StringContent Typing() => new(
        """{"type":"typing","conversation":{"id":"a"},"from":{"id":"b"},"serviceUrl":"http://localhost:1"}""",
        new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

    private static async Task<IReadOnlyList<string>> Refusal(
        string environment, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var refused = await Should.ThrowAsync<StartRefusedException>(
            BotHost.Start(environment, all, ProductionBot.With(new RecordingTurns())));
        refused.Reasons.ShouldNotBeEmpty();
        return refused.Reasons;
    }

    /// <summary>Lets a test say where a request comes from.</summary>
    private sealed class RemoteFromHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (context.Request.Headers.TryGetValue("X-Test-Remote", out var remote))
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(remote.ToString());
                }

                return go(context);
            });
            next(app);
        };
    }
}
