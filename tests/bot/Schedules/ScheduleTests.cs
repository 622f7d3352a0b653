using System.Collections.Concurrent;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work;
using Concertation.Work.Sessions;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.Schedules;

/// <summary>What the clock asks for, in one process, in two, and after a restart.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MovableClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_two_processes_one_runs_an_entry_and_a_failing_one_holds_up_no_other()
    {
        var seen = new Watch();
        await using var first = await Bot(seen);
        await using var second = await Bot(seen);
        await Convene(first);
        await Task.Delay(1500);
        seen.Agendas.ShouldBeEmpty();

        // Tuesday 1 December: the agenda of the 14th is due; the minutes of the 26 November are not written.
        _clock.Advance(TimeSpan.FromDays(8));
        await Kervelen.Until(() => !seen.Minutes.IsEmpty && !seen.Agendas.IsEmpty, () => "both entries run");
        await Task.Delay(1500);
        seen.Agendas.Count.ShouldBe(1);
        seen.Minutes.ShouldHaveSingleItem().ShouldBe(5);

        _clock.Advance(TimeSpan.FromMinutes(16));
        await Kervelen.Until(() => seen.Agendas.Count == 2, () => "the next turn comes");
    }

    [Fact]
    public async Task A_restart_neither_forgets_nor_repeats_a_turn()
    {
        var seen = new Watch();
        await using (var first = await Bot(seen))
        {
            await Convene(first);
            _clock.Advance(TimeSpan.FromDays(8));
            await Kervelen.Until(() => seen.Agendas.Count == 1, () => "the entry runs");
        }

        await using var second = await Bot(seen);
        await Task.Delay(1000);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Task.Delay(1500);
        seen.Agendas.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(11));
        await Kervelen.Until(() => seen.Agendas.Count == 2, () => "the turn comes in the new process");
    }

    [Fact]
    public void Each_entry_has_a_name_of_its_own_and_a_class_that_runs_it()
    {
        Schedule.All.Select(e => e.Name).ShouldBeUnique();
        Schedule.All.ShouldAllBe(e => e.Runs.IsAssignableTo(typeof(IScheduled)) && e.Every >= TimeSpan.FromMinutes(1));
    }

    private Task<BotHost> Bot(Watch seen) => BotHost.Start(
        "Development",
        configure: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
            builder.Services.AddSingleton<IAgendaWatch>(seen).AddSingleton<IMinutesWatch>(seen);
        },
        folder: _folder.Path);

    /// <summary>A session on Thursday 26 November and one on 14 December.</summary>
    private static async Task Convene(BotHost bot)
    {
        var territory = new TerritoryId("pays-de-kervelen");
        var roster = (await bot.Services.GetRequiredService<IRosters>().Get(territory, default))!;
        var pilot = roster.PersonOf(roster.Territory.Pilot)!;
        foreach (var day in (DateOnly[])[new(2026, 11, 26), new(2026, 12, 14)])
        {
            await bot.Services.GetRequiredService<ConveneSession>().Run(
                new Actor(territory, pilot.Id, pilot.Name, pilot.EntraId, Way.Chat, pilot),
                new ConveneForm(
                    new TableId("tct"), SessionFormat.Plenary,
                    new SessionTime(day, new TimeOnly(9, 30), TimeSpan.FromHours(2), null, false, null), [], "Suivi"),
                new OperationId($"o-{day:yyyyMMdd}"), default);
        }
    }

    private sealed class Watch : IAgendaWatch, IMinutesWatch
    {
        public ConcurrentQueue<SessionId> Agendas { get; } = new();

        public ConcurrentQueue<int> Minutes { get; } = new();

        public Task Look(Session session, Table table, Roster roster, CancellationToken cancel)
        {
            Agendas.Enqueue(session.Id);
            return Task.CompletedTask;
        }

        public Task Look(Session session, Table table, Roster roster, int days, CancellationToken cancel)
        {
            Minutes.Enqueue(days);
            throw new InvalidOperationException("the minutes can't be looked at");
        }
    }
}
