using System.Net;
using System.Net.Sockets;

namespace ConcertationBot.Tests.Kit;

/// <summary>Ports of 127.0.0.1 on which nothing listened a moment ago.</summary>
public static class FreePorts
{
    public static int One() => Some(1)[0];

    /// <summary>Different ones, for they are held until all are found.</summary>
    public static IReadOnlyList<int> Some(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        held.ForEach(listener => listener.Start());
        var ports = held.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        held.ForEach(listener => listener.Stop());
        return ports;
    }
}
