using System.Net;
using Footing.Testing.Web;

namespace Footing.Web.Tests.Requests;

/// <summary>Two hosts on one machine's name: a browser gives each the cookies of both.</summary>
public sealed class PortCookiesTests : IAsyncLifetime
{
    private readonly CookieContainer _cookies = new();
    private RunningHost _one = null!;
    private RunningHost _other = null!;
    private Visitor _atOne = null!;
    private Visitor _atOther = null!;

    public async Task InitializeAsync()
    {
        _one = await RunningHost.StartAsync();
        _other = await RunningHost.StartAsync();
        _atOne = new(_one, _cookies);
        _atOther = new(_other, _cookies);
    }

    public async Task DisposeAsync()
    {
        _atOne.Dispose();
        _atOther.Dispose();
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Form_of_the_first_is_taken_after_the_second_was_opened()
    {
        await _atOne.Open("/event");
        await _atOther.Open("/event");

        await _atOne.Send(("what", "cramp"));
        await _atOther.Send(("what", "cramp"));

        _atOne.Path.ShouldBe("/advice/cramp");
        _atOther.Path.ShouldBe("/advice/cramp");
        (await _atOne.Journal()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Language_and_look_are_each_one_s_own()
    {
        await _atOne.Open("/language/es");
        await _atOne.Open("/settings");
        await _atOne.SendForm("/settings/skin", [("skin", "4"), ("token", _atOne.Page.QuerySelector("input[name=token]")!.GetAttribute("value")!)]);
        await _atOne.Open("/about");
        await _atOther.Open("/about");

        (Language(_atOne), Skin(_atOne)).ShouldBe(("es-419", "4"));
        (Language(_atOther), Skin(_atOther)).ShouldBe(("en", null));
        _cookies.GetAllCookies().ShouldAllBe(cookie => cookie.Name.EndsWith($"-{_one.Address.Port}") || cookie.Name.EndsWith($"-{_other.Address.Port}"));
    }

    [Fact]
    public async Task What_an_earlier_version_kept_is_taken_over_by_each()
    {
        foreach (var (name, value) in ((string, string)[])[("footing-language", "es"), ("footing-skin", "5"), ("footing-ground", "light"), ("footing-form", "stale")])
        {
            _cookies.Add(_one.Address, new Cookie(name, value, "/", "127.0.0.1"));
        }

        await _atOne.Open("/about");
        (Language(_atOne), Skin(_atOne)).ShouldBe(("es-419", "5"));
        _cookies.GetAllCookies().Single(cookie => cookie.Name == $"footing-ground-{_one.Address.Port}").Value.ShouldBe("light");
        _cookies.GetAllCookies().ShouldNotContain(cookie => cookie.Name == $"footing-form-{_one.Address.Port}");

        await _atOne.Open("/language/en");
        await _atOne.Open("/about");
        await _atOther.Open("/about");
        Language(_atOne).ShouldBe("en", "what is chosen now goes before what an earlier version kept");
        Language(_atOther).ShouldBe("es-419");
    }

    private static string? Language(Visitor visitor) => visitor.Page.DocumentElement.GetAttribute("lang");

    private static string? Skin(Visitor visitor) => visitor.Page.DocumentElement.GetAttribute("data-skin");
}
