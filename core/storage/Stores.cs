using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Storage.Notices;
using Concertation.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Storage;

/// <summary>One store per capability, over the row seam.</summary>
public static class Stores
{
    public static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<INotices, NoticeStore>()
        .AddSingleton<IChatAddresses, ChatAddressStore>()
        .AddSingleton<ISessions, SessionStore>();
}
