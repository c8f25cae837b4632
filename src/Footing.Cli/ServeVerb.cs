using System.CommandLine;
using System.Net.Sockets;
using Footing.Storage;
using Footing.Storage.Files;
using Footing.Web;
using Footing.Web.ExerciseGuides;
using Footing.Web.Hosting;
using Footing.Web.Requests;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Footing.Cli;

/// <summary><c>footing serve</c>: the web application; the default verb.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen: addresses of this machine, such as http://127.0.0.1:5080.",
        };
        var country = new Option<string?>("--country")
        {
            Description = "The country of the emergency number until the person has chosen: two letters, such as GB.",
        };
        var otlp = new Option<string?>("--otlp")
        {
            Description = "Send metrics and traces, without a word of a person's, to the collector at this address by OTLP over "
                + "HTTP (protobuf, mostly port 4318; not gRPC), such as http://127.0.0.1:4318. Without it nothing is sent.",
        };
        var isLocked = new Option<bool>("--lock")
        {
            Description = "Serve only browsers that have opened the link which is printed: keeps out other accounts of this machine.",
        };
        var command = new Command("serve", "Serve the web application on this machine; the default verb.") { urls, country, otlp, isLocked };
        var place = Store.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(urls) ?? [], place.Of(parsed), parsed.GetValue(country), parsed.GetValue(otlp), parsed.GetValue(isLocked), cancellation));
        return command;
    }

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="urls">Where to listen; the default address when empty.</param>
    /// <param name="store">Where the store is.</param>
    /// <param name="country">Two letters, or null.</param>
    /// <param name="otlp">The collector for metrics and traces; null for none.</param>
    /// <param name="isLocked">Whether a browser needs the key.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> urls, StoreOptions store, string? country, string? otlp, bool isLocked, CancellationToken cancellation)
    {
        var options = new FootingOptions
        {
            DataFolder = store.DataFolder,
            Postgres = store.Postgres,
            KeyringFolder = store.KeyringFolder,
            InstallationKeyFile = store.InstallationKeyFile,
            Country = country,
            Otlp = otlp,
            IsLocked = isLocked,
        };
        if (urls.Count > 0)
        {
            options = options with { Urls = [.. urls.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries))] };
        }

        // Serving creates folders in it.
        var isFirst = !Directory.Exists(options.DataFolder) || !Directory.EnumerateFileSystemEntries(options.DataFolder).Any();
        try
        {
            Folders.Make(options.DataFolder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Input.Say($"{options.DataFolder}: cannot be the data folder: {problem.Message} Give another folder with --data.");
            return Exit.BadInput;
        }

        try
        {
            await using var app = await FootingHost.BuildAsync(options);
            foreach (var finding in app.Services.GetRequiredService<ExerciseVideos>().Findings)
            {
                Input.Say($"{finding} Until this is mended, the videos that it concerns are not shown.");
            }

            await app.StartAsync(cancellation);
            await PrintAsync(app.Services, isLocked);

            if (isFirst && !isLocked && OtherAccounts.Exist())
            {
                Input.Say("Other people have accounts on this machine, and each of them can open Footing. To keep it to yourself, stop it and start it with --lock.");
            }

            Input.Say($"Your data stays in {(options.Postgres is null ? options.DataFolder : "the PostgreSQL database")}. Ctrl+C stops.");
            await app.WaitForShutdownAsync(cancellation);
            return Exit.Done;
        }
        catch (HostingException problem)
        {
            Input.Say(problem.Message);
        }
        catch (StorageException problem)
        {
            Input.Say(problem.Message);
        }
        catch (OutputException problem)
        {
            Input.Say(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SocketException)
        {
            Input.Say(WhyNotServed(problem, options));
        }

        return Exit.BadInput;
    }

    /// <summary>One sentence about a fault of the system that keeps the application from being served.</summary>
    internal static string WhyNotServed(Exception problem, FootingOptions options) => problem switch
    {
        // Usually by a second Footing.
        IOException { InnerException: AddressInUseException } =>
            $"Cannot listen on {string.Join(", ", options.Urls)}: {problem.Message} Stop the other program, or give another place with --urls.",
        SocketException => $"Cannot listen on {string.Join(", ", options.Urls)}: {problem.Message}. Give another place with --urls.",
        // Folders and files that are not the store's, whose faults have sentences of their own. The system names the file.
        _ => $"The data folder {options.DataFolder} cannot be used: {problem.Message} "
            + "See that its disk has room and that you may write to everything in it, or give another folder with --data.",
    };

    private static async Task PrintAsync(IServiceProvider services, bool isLocked)
    {
        try
        {
            foreach (var address in services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            {
                await Console.Out.WriteLineAsync($"Footing is ready at {address}");
                if (isLocked)
                {
                    await Console.Out.WriteLineAsync($"Open it once in your browser with this link, and keep the link to yourself: {services.GetRequiredService<HostLock>().Link(address)}");
                }
            }
        }
        catch (IOException problem)
        {
            throw OutputFile.Unwritable("standard output", problem);
        }
    }
}
