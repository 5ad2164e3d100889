// What only Java can ask of Android: the way back, other apps, files for them. Called by src/shell/window/android.rs.
package dev.dioxus.main

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback
import androidx.core.content.FileProvider
import java.io.File

// Wry's own classes ask for it in this package.
typealias BuildConfig = org.kuitti.field.BuildConfig

class MainActivity : WryActivity() {
    private var page: WebView? = null

    // Since Android 13 the key does not come any more; the gesture comes here.
    override val handleBackNavigation: Boolean = false

    override fun onWebViewCreate(webView: WebView) {
        page = webView
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() = back()
        })
    }

    /** The screen before; from the first one the app goes to the background, and lives on. */
    private fun back() {
        val shown = page
        if (shown != null && shown.canGoBack()) shown.goBack() else moveTaskToBack(true)
    }

    /** Hands an address to navigation or the telephone. Without such an app nothing happens: the address stands on the screen. */
    fun open(address: String) = show(Intent(Intent.ACTION_VIEW, Uri.parse(address)))

    /** Lets the person say which app gets a file of ours. */
    fun share(path: String, kind: String) {
        val file = FileProvider.getUriForFile(this, "$packageName.fileprovider", File(path))
        val intent = Intent(Intent.ACTION_SEND)
            .setType(kind)
            .putExtra(Intent.EXTRA_STREAM, file)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        show(Intent.createChooser(intent, null))
    }

    private fun show(intent: Intent) {
        try {
            startActivity(intent)
        } catch (nobody: ActivityNotFoundException) {
            Logger.warn("no app for ${intent.action}")
        }
    }
}
